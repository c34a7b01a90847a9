import * as vscode from 'vscode';
import type { MessageKind } from '../../core/comms/purpose';
import { audienceFor } from '../../core/comms/purpose';
import { checkMessage, messageProblemText, type MessageProblem } from '../../core/comms/messageCheck';
import type { Target } from '../../core/comms/target';
import { targetRules } from '../../core/comms/targets';
import type { IncidentState } from '../../core/incident/model';
import { isOpen } from '../../core/incident/status';
import type { CommandId } from '../../ids';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import type { TargetList } from './targetList';

/** A message being written: which incident it belongs to, and what it is. */
export interface Draft {
	readonly incident: BoundIncident & { readonly state: IncidentState };
	readonly kind: MessageKind;
}

export interface DraftTools {
	readonly targets: TargetList;
	readonly findSecrets: (text: string) => readonly string[];
}

/** Messages as documents, so that they can be edited with everything an editor has; sent from the line above the text. */
export class MessageDrafts implements vscode.CodeLensProvider, vscode.Disposable {
	readonly #drafts = new Map<string, Draft>();
	readonly #problems = vscode.languages.createDiagnosticCollection('runbookResponse.messages');
	readonly #tools: DraftTools;
	readonly #subscriptions: vscode.Disposable;

	constructor(tools: DraftTools) {
		this.#tools = tools;
		this.#subscriptions = vscode.Disposable.from(
			this.#problems,
			vscode.languages.registerCodeLensProvider({ scheme: 'untitled' }, this),
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.#drafts.delete(uri.toString());
				this.#problems.delete(uri);
			}),
		);
	}

	async open(draft: Draft, text: string): Promise<void> {
		const document = await vscode.workspace.openTextDocument({ content: `${text}\n`, language: 'plaintext' });
		this.#drafts.set(document.uri.toString(), draft);
		await vscode.window.showTextDocument(document);
		this.#check(document);
	}

	draftOf(document: vscode.TextDocument | undefined): Draft | undefined {
		return document && this.#drafts.get(document.uri.toString());
	}

	problemsOf(text: string, { incident: { state }, kind }: Draft, target?: Target): readonly MessageProblem[] {
		return checkMessage(text, {
			audience: audienceFor(target, kind),
			maxLength: target && targetRules[target.kind].maxLength,
			secrets: this.#tools.findSecrets(text),
			isOpen: isOpen(state),
		});
	}

	provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
		if (!this.draftOf(document)) return [];
		const lens = (title: string, command: CommandId): vscode.CodeLens =>
			new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command });
		return [
			lens('$(send) Send…', 'runbookResponse.sendDraft'),
			lens('$(copy) Copy…', 'runbookResponse.copyDraft'),
			lens('$(mail) Mail…', 'runbookResponse.mailDraft'),
			lens('$(check) Mark as Posted', 'runbookResponse.markDraftPosted'),
		];
	}

	/** The text has gone where it should: the document is closed without being asked about. */
	async close(document: vscode.TextDocument): Promise<void> {
		this.#drafts.delete(document.uri.toString());
		this.#problems.delete(document.uri);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	#check(document: vscode.TextDocument): void {
		const draft = this.draftOf(document);
		if (!draft) return;
		const text = document.getText();
		this.#problems.set(
			document.uri,
			this.problemsOf(text.trimEnd(), draft).map((problem) => toDiagnostic(problem, document, text)),
		);
	}
}

function toDiagnostic(
	problem: MessageProblem,
	document: vscode.TextDocument,
	text: string,
): vscode.Diagnostic {
	const at = problem.subject === '' ? -1 : text.indexOf(problem.subject);
	const range =
		at < 0
			? document.lineAt(0).range
			: new vscode.Range(document.positionAt(at), document.positionAt(at + problem.subject.length));
	const severity =
		problem.level === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
	const diagnostic = new vscode.Diagnostic(range, plain(messageProblemText(problem)), severity);
	diagnostic.source = 'Runbook Response';
	diagnostic.code = problem.code;
	return diagnostic;
}
