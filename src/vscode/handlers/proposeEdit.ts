import * as vscode from 'vscode';
import { linesOf, matchLines } from '../../core/lineDiff';

/**
 * Offers new lines for a document in VS Code's own preview of changes, where each one is seen and can be left out.
 * Nothing is written before the person applies it. @param label what the changes are called there
 */
export async function proposeEdit(document: vscode.TextDocument, text: string, label: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	for (const { from, to, lines } of changesOf(document.getText(), text)) {
		const range = document.validateRange(new vscode.Range(from, 0, to, 0));
		edit.replace(document.uri, range, lines.join(''), { needsConfirmation: true, label });
	}
	await vscode.workspace.applyEdit(edit);
}

interface Change {
	/** 0-based lines; `to` is exclusive. */
	readonly from: number;
	readonly to: number;
	readonly lines: readonly string[];
}

/** Runs of lines that are gone or new. */
function changesOf(before: string, after: string): readonly Change[] {
	const [left, right] = [linesOf(before), linesOf(after)];
	const changes: Change[] = [];
	let [from, at] = [0, 0];
	const close = (to: number, match: number): void => {
		if (to > from || match > at) changes.push({ from, to, lines: right.slice(at, match) });
	};
	matchLines(left, right).forEach((match, line) => {
		if (match === undefined) return;
		close(line, match);
		[from, at] = [line + 1, match + 1];
	});
	close(left.length, right.length);
	return changes;
}
