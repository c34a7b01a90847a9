import * as vscode from 'vscode';
import type { Composition, MessageGap } from '../../core/comms/compose';
import { plain } from '../plain';

/**
 * Asks for what the record does not know, with what it suggests already typed in. Escape leaves the rest as gaps: the
 * draft shows them.
 */
export async function askGaps({ gaps }: Composition, title: string): Promise<ReadonlyMap<number, string>> {
	const answers = new Map<number, string>();
	const asked = gaps.filter(({ ask }) => ask);
	for (const [index, gap] of asked.entries()) {
		const step = `${title} (${index + 1}/${asked.length})`;
		const answer = gap.options.length > 0 ? await pick(gap, step) : await type(gap, step);
		if (answer === undefined) break;
		if (answer.trim() !== '') answers.set(gap.start, answer.trim());
	}
	return answers;
}

async function pick({ name, options }: MessageGap, title: string): Promise<string | undefined> {
	const rows = options.map((option) => ({ label: plain(option), option }));
	const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder: name, ignoreFocusOut: true });
	return chosen?.option;
}

function type({ name, value }: MessageGap, title: string): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title,
		prompt: value === undefined ? name : `${name} (suggested from the record: look at it)`,
		value: value ?? '',
		ignoreFocusOut: true,
	});
}
