import * as vscode from 'vscode';
import { linesOf, matchLines } from '../core/lineDiff';
import { UserError } from '../core/userError';
import { plain } from './plain';

const scheme = 'runbook-response-proposal';

/** New texts for documents, seen as a difference before any of it is written. */
export class Proposals implements vscode.Disposable {
	readonly #texts = new Map<string, string>();
	readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		provideTextDocumentContent: ({ query }) =>
			this.#texts.get(query) ?? '(This proposal is no longer kept.)\n',
	});
	#count = 0;

	/** Opens the difference, and writes it when the person says so. @param label what the change is called */
	async propose(document: vscode.TextDocument, text: string, label: string): Promise<void> {
		const before = document.getText();
		const changes = changesOf(before, text);
		const id = `${++this.#count}`;
		this.#texts.set(id, text);
		const name = document.uri.path.split('/').at(-1) ?? '';
		const proposal = vscode.Uri.from({ scheme, path: `/${name}`, query: id });
		await vscode.commands.executeCommand('vscode.diff', document.uri, proposal, `${label}: ${name}`);
		const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
		const question = plain(`${label}: ${count} to ${name}, shown on the right. Nothing is written yet.`);
		const isMeant = (await vscode.window.showInformationMessage(question, 'Apply')) === 'Apply';
		await closeDiff(proposal);
		this.#texts.delete(id);
		if (isMeant) await write(document, changes, before);
	}

	dispose(): void {
		this.#registration.dispose();
	}
}

async function closeDiff(proposal: vscode.Uri): Promise<void> {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	const own = tabs.filter(
		({ input }) =>
			input instanceof vscode.TabInputTextDiff && input.modified.toString() === proposal.toString(),
	);
	await vscode.window.tabGroups.close(own);
}

async function write(
	document: vscode.TextDocument,
	changes: readonly Change[],
	before: string,
): Promise<void> {
	if (document.getText() !== before)
		throw new UserError('The file was changed meanwhile, so nothing was written; ask for it again.');
	const edit = new vscode.WorkspaceEdit();
	for (const { from, to, lines } of changes) {
		edit.replace(document.uri, document.validateRange(new vscode.Range(from, 0, to, 0)), lines.join(''));
	}
	if (!(await vscode.workspace.applyEdit(edit)))
		throw new UserError('The file could not be changed, so nothing was written; is it read-only?');
	await vscode.window.showTextDocument(document);
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
