import * as vscode from 'vscode';
import type { Question } from '../app/postmortem';
import type { Clock, Log } from '../core/ports';
import { PostmortemDiagnostics } from './postmortemDiagnostics';
import { toAction } from './quickFixes';

/** What a review would ask, in the editor, with what settles it. */
export function createPostmortemCheck(clock: Clock, log: Log): vscode.Disposable {
	const diagnostics = new PostmortemDiagnostics(log);
	return vscode.Disposable.from(diagnostics, new PostmortemFixes(diagnostics, clock).register());
}

/** Offers what settles a question about a postmortem without knowing more than the document. */
class PostmortemFixes implements vscode.CodeActionProvider {
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
