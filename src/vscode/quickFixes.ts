import * as vscode from 'vscode';
import type { Fix } from '../core/lint/fixes';
import { diagnosticSource } from './diagnostics';

/** What settles one of our diagnostics in the document as it is now; nothing for one that is not of this kind. */
export type FixesOf = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic) => readonly Fix[];

/** Offers quick fixes for diagnostics of ours in Markdown, as long as it is not disposed of. */
export function offerFixes(fixesOf: FixesOf): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions: (document, _range, { diagnostics }) =>
			diagnostics
				.filter(({ source }) => source === diagnosticSource)
				.flatMap((diagnostic) =>
					fixesOf(document, diagnostic).map((fix) => toAction(fix, document, diagnostic)),
				),
	};
	const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
	return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, kinds);
}

/** A place found in a document; lines and columns are 1-based. */
interface Found {
	readonly code: string;
	readonly line: number;
	readonly column: number;
}

/** Whether a diagnostic is the one that shows a finding. */
export function shows({ code, range: { start } }: vscode.Diagnostic, finding: Found): boolean {
	return finding.code === code && finding.line === start.line + 1 && finding.column === start.character + 1;
}

function toAction(fix: Fix, document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
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
