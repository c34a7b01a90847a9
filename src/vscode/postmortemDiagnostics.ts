import * as vscode from 'vscode';
import type { Question } from '../app/postmortem';
import type { CheckCode } from '../core/postmortem/check/finding';
import { isPostmortem } from '../core/postmortem/postmortemPaths';
import type { Log } from '../core/ports';
import { diagnosticSource } from './diagnostics';
import { readSettings } from './settings';
import { Settling } from './settling';

/** Longer documents are left to the command line: characters. */
const maxLength = 200_000;

interface Asked {
	readonly version: number;
	readonly questions: readonly Question[];
}

/** Shows what a review would ask about the postmortems that are open. Nothing in folders that are not trusted. */
export class PostmortemDiagnostics implements vscode.Disposable {
	readonly #collection = vscode.languages.createDiagnosticCollection('runbookResponsePostmortem');
	readonly #settling: Settling;
	readonly #subscriptions: vscode.Disposable;
	readonly #asked = new Map<string, Asked>();

	constructor(log: Log) {
		this.#settling = new Settling(log);
		this.#subscriptions = vscode.Disposable.from(
			this.#collection,
			this.#settling,
			vscode.workspace.onDidOpenTextDocument((document) => this.#soon(document)),
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#soon(document)),
			vscode.workspace.onDidCloseTextDocument((document) => this.#soon(document)),
			vscode.workspace.onDidGrantWorkspaceTrust(() => this.#all()),
			vscode.workspace.onDidChangeConfiguration((event) => {
				const settings = ['runbookResponse.lint', 'runbookResponse.postmortem'];
				if (settings.some((setting) => event.affectsConfiguration(setting))) this.#all();
			}),
		);
		this.#all();
	}

	/** What is asked about exactly this text; empty while it has not been looked at. */
	questions(document: vscode.TextDocument): readonly Question[] {
		const asked = this.#asked.get(document.uri.toString());
		return asked?.version === document.version ? asked.questions : [];
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	#all(): void {
		for (const document of vscode.workspace.textDocuments) this.#soon(document);
	}

	#soon(document: vscode.TextDocument): void {
		const key = document.uri.toString();
		if (!isShown(document) && !this.#asked.has(key)) return;
		this.#settling.soon(key, () => this.#check(document));
	}

	async #check(document: vscode.TextDocument): Promise<void> {
		const key = document.uri.toString();
		const { questionsAbout } = await import('../app/postmortem');
		// Changed or closed while the code was loaded: the next look is waiting already.
		if (this.#settling.isWaiting(key)) return;
		if (!isShown(document)) {
			this.#asked.delete(key);
			this.#collection.delete(document.uri);
			return;
		}
		const questions = questionsAbout(document.getText());
		this.#asked.set(key, { version: document.version, questions });
		this.#collection.set(document.uri, questions.map(toDiagnostic));
	}
}

/** Looked at on every keystroke in any document: the cheap questions come first. */
function isShown(document: vscode.TextDocument): boolean {
	const { uri, isClosed, languageId } = document;
	if (languageId !== 'markdown' || isClosed || !vscode.workspace.isTrusted) return false;
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	if (!folder || uri.scheme !== folder.uri.scheme) return false;
	const { lint, postmortemFolder } = readSettings(folder.uri);
	const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
	return lint && isPostmortem(path, postmortemFolder || undefined) && isShort(document);
}

/** A line's offset is known without building the text. */
function isShort(document: vscode.TextDocument): boolean {
	return document.offsetAt(new vscode.Position(document.lineCount, 0)) <= maxLength;
}

const severities: Readonly<Record<CheckCode, vscode.DiagnosticSeverity>> = {
	'open-place': vscode.DiagnosticSeverity.Information,
	'action-without-owner': vscode.DiagnosticSeverity.Warning,
	'action-without-due': vscode.DiagnosticSeverity.Warning,
	'times-out-of-order': vscode.DiagnosticSeverity.Warning,
	blame: vscode.DiagnosticSeverity.Warning,
	'no-impact-number': vscode.DiagnosticSeverity.Information,
	'single-root-cause': vscode.DiagnosticSeverity.Information,
};

function toDiagnostic({ finding, message }: Question): vscode.Diagnostic {
	const { line, column, endColumn, code } = finding;
	const range = new vscode.Range(line - 1, column - 1, line - 1, endColumn - 1);
	const diagnostic = new vscode.Diagnostic(range, message, severities[code]);
	diagnostic.source = diagnosticSource;
	diagnostic.code = code;
	return diagnostic;
}
