import * as vscode from 'vscode';
import type { LintResult } from '../app/lint';
import type { Finding, LintSeverity } from '../core/lint/finding';
import { findingText } from '../core/lint/words';
import type { Clock, Log } from '../core/ports';
import type { FolderTrees } from './folderTrees';
import type { RunbookSource } from './runbookSource';
import { readSettings } from './settings';
import { Settling } from './settling';

export const diagnosticSource = 'Runbook Response';
/** Longer documents are left to the command line: characters. */
const maxLength = 1_000_000;

/** A document's findings, and the version they hold for; `undefined` for a document that is not open. */
export interface Checked extends LintResult {
	readonly version: number | undefined;
}

/** Shows what lint finds in the runbook and in open documents that are runbooks. */
export class RunbookDiagnostics implements vscode.Disposable {
	readonly #collection = vscode.languages.createDiagnosticCollection('runbookResponse');
	readonly #source: RunbookSource;
	readonly #trees: FolderTrees;
	readonly #clock: Clock;
	readonly #subscriptions: vscode.Disposable;
	readonly #checked = new Map<string, Checked>();
	readonly #settling: Settling;
	#runbook: vscode.Uri | undefined;

	constructor(source: RunbookSource, trees: FolderTrees, clock: Clock, log: Log) {
		this.#source = source;
		this.#trees = trees;
		this.#clock = clock;
		this.#settling = new Settling(log);
		this.#subscriptions = vscode.Disposable.from(
			this.#collection,
			trees.onDidChange(() => this.#filesChanged()),
			source.onDidChange(() => this.#follow()),
			vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#soon(uri)),
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#soon(document.uri)),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#soon(uri)),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('runbookResponse.lint')) this.#all();
			}),
		);
		this.#all();
	}

	/** What was found in exactly this text; `undefined` while it has not been looked at. */
	checked(document: vscode.TextDocument): Checked | undefined {
		const checked = this.#checked.get(document.uri.toString());
		return checked?.version === document.version ? checked : undefined;
	}

	dispose(): void {
		this.#settling.dispose();
		this.#subscriptions.dispose();
	}

	/** Another runbook may have been chosen: the former one's findings go, unless it is open. */
	#follow(): void {
		const before = this.#runbook;
		this.#runbook = this.#source.uri;
		if (before) this.#soon(before);
		if (this.#runbook) this.#soon(this.#runbook);
	}

	#filesChanged(): void {
		if (this.#checked.size > 0) this.#all();
	}

	#all(): void {
		for (const { uri } of vscode.workspace.textDocuments) this.#soon(uri);
		if (this.#runbook) this.#soon(this.#runbook);
	}

	#soon(uri: vscode.Uri): void {
		const key = uri.toString();
		if (!/\.(?:md|markdown)$/i.test(uri.path) && !this.#checked.has(key)) return;
		this.#settling.soon(key, () => this.#check(uri));
	}

	async #check(uri: vscode.Uri): Promise<void> {
		const key = uri.toString();
		const { text, version } = this.#read(uri);
		const wanted = text !== undefined && text.length <= maxLength && readSettings(uri).lint;
		const result = wanted ? await this.#lint(uri, text) : undefined;
		// Changed or closed while files were looked for: the next look is waiting already.
		if (this.#settling.isWaiting(key)) return;
		if (!result) {
			this.#checked.delete(key);
			this.#collection.delete(uri);
			return;
		}
		this.#checked.set(key, { ...result, version });
		this.#collection.set(uri, result.findings.map(toDiagnostic));
	}

	/** The editor's text, else the runbook's as loaded. */
	#read(uri: vscode.Uri): { readonly text: string | undefined; readonly version: number | undefined } {
		const key = uri.toString();
		const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
		if (open) return { text: open.getText(), version: open.version };
		const isLoaded = this.#source.uri?.toString() === key;
		return { text: isLoaded ? this.#source.loaded?.text : undefined, version: undefined };
	}

	async #lint(uri: vscode.Uri, text: string): Promise<LintResult | undefined> {
		const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
		if (uri.scheme !== 'file' && !vscode.workspace.getWorkspaceFolder(uri)) return undefined;
		const tree = this.#trees.of(root);
		const { lintText } = await import('../app/lint');
		const path = uri.path.slice(root.path.replace(/\/$/, '').length + 1);
		const isRunbook = this.#source.uri?.toString() === uri.toString();
		const { loaded } = this.#source;
		const runbook = isRunbook && loaded?.text === text ? loaded.runbook : undefined;
		return lintText({ path, text, tree, isRunbook, runbook, now: this.#clock.now() });
	}
}

const severities: Readonly<Record<LintSeverity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
};

function toDiagnostic(finding: Finding): vscode.Diagnostic {
	const { line, column, endColumn, code, severity } = finding;
	const range = new vscode.Range(line - 1, column - 1, line - 1, endColumn - 1);
	const diagnostic = new vscode.Diagnostic(range, findingText(finding), severities[severity]);
	diagnostic.source = diagnosticSource;
	diagnostic.code = code;
	return diagnostic;
}
