import * as vscode from 'vscode';
import { fixesFor, type Fix } from '../core/lint/fixes';
import type { Clock } from '../core/ports';
import { diagnosticSource, type RunbookDiagnostics } from './diagnostics';

/** Offers what settles a finding, and to disable its rule there. */
export class QuickFixes implements vscode.CodeActionProvider {
	readonly #diagnostics: RunbookDiagnostics;
	readonly #clock: Clock;

	constructor(diagnostics: RunbookDiagnostics, clock: Clock) {
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
		// Fixes for another version of the text would land on the wrong line.
		const checked = this.#diagnostics.checked(document);
		if (!checked) return [];
		const own = context.diagnostics.filter(({ source }) => source === diagnosticSource);
		return own.flatMap((diagnostic) => {
			const { start } = diagnostic.range;
			const finding = checked.findings.find(
				({ code, line, column }) =>
					code === diagnostic.code && line === start.line + 1 && column === start.character + 1,
			);
			const fixes = finding ? fixesFor(finding, checked.document, this.#clock.now()) : [];
			return fixes.map((fix) => toAction(fix, document, diagnostic));
		});
	}
}

/** A fix as VS Code applies it to the document it was worked out for. */
export function toAction(
	fix: Fix,
	document: vscode.TextDocument,
	diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
	const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
	action.diagnostics = [diagnostic];
	action.isPreferred = fix.preferred;
	action.edit = new vscode.WorkspaceEdit();
	for (const { line, column, endLine, endColumn, text } of fix.edits) {
		const range = new vscode.Range(at(document, line, column), at(document, endLine, endColumn));
		action.edit.replace(document.uri, range, text);
	}
	return action;
}

/** A column behind the end of its line is the end; a line behind the last is the end of the document. */
function at(document: vscode.TextDocument, line: number, column: number): vscode.Position {
	if (line > document.lineCount) return document.lineAt(document.lineCount - 1).range.end;
	const { length } = document.lineAt(line - 1).text;
	return new vscode.Position(line - 1, Math.min(column - 1, length));
}
