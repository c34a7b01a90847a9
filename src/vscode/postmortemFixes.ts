import * as vscode from 'vscode';
import type { Question } from '../app/postmortem';
import type { Clock } from '../core/ports';
import type { PostmortemDiagnostics } from './postmortemDiagnostics';
import { toAction } from './quickFixes';

/** Offers what settles a question about a postmortem without knowing more than the document. */
export class PostmortemFixes implements vscode.CodeActionProvider {
	readonly #diagnostics: PostmortemDiagnostics;
	readonly #clock: Clock;

	constructor(diagnostics: PostmortemDiagnostics, clock: Clock) {
		this.#diagnostics = diagnostics;
		this.#clock = clock;
	}

	register(): vscode.Disposable {
		return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, this, {
			providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
		});
	}

	provideCodeActions(
		document: vscode.TextDocument,
		_range: vscode.Range,
		context: vscode.CodeActionContext,
	): vscode.CodeAction[] {
		const questions = this.#diagnostics.questions(document);
		return context.diagnostics.flatMap((diagnostic) => {
			const question = questions.find((one) => isOf(one, diagnostic));
			const fixes = question?.fixes(this.#clock.now()) ?? [];
			return fixes.map((fix) => toAction(fix, document, diagnostic));
		});
	}
}

function isOf({ finding }: Question, { code, range: { start } }: vscode.Diagnostic): boolean {
	return finding.code === code && finding.line === start.line + 1 && finding.column === start.character + 1;
}
