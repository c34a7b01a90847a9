import * as vscode from 'vscode';
import { rankRunbookPaths } from '../../core/runbook/discover';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import type { ChecklistNode } from '../views/checklistTree';
import { FolderFiles } from '../workspaceFiles';
import { readTemplate } from './postmortem';

const runbookName = 'INCIDENT_RESPONSE.md';

/** Writes the starter runbook into the workspace folder and opens it. Never touches a file that is there. */
export function createRunbookHandler(source: RunbookSource, templates: vscode.Uri): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const { folder } = source.state;
		if (!folder) throw new UserError('Open a folder first; the runbook is kept in it.');
		const files = new FolderFiles(folder);
		const text = await readTemplate(vscode.Uri.joinPath(templates, runbookName));
		const created = await files.create(runbookName, text);
		const uri = files.uri(runbookName);
		await source.choose(uri);
		await vscode.window.showTextDocument(uri);
		if (!created)
			void vscode.window.showInformationMessage(`${runbookName} exists already; it was not changed.`);
	};
}

/** Likely runbooks first, then every other Markdown file. */
export function chooseRunbookHandler(source: RunbookSource): Handler {
	return async () => {
		const folders = vscode.workspace.workspaceFolders ?? [];
		if (folders.length === 0) throw new UserError('Open the folder that holds your runbook first.');
		const rows = (await Promise.all(folders.map((folder) => rowsOf(folder, folders.length > 1)))).flat();
		if (rows.length === 0) throw new UserError('There is no Markdown file in this workspace to choose.');
		const options = { title: 'Choose Runbook File', placeHolder: 'The runbook the checklist is read from' };
		const chosen = await vscode.window.showQuickPick(rows, options);
		if (!chosen) return;
		await source.choose(chosen.uri);
		if (source.state.kind === 'problem') throw new UserError(source.state.message);
	};
}

async function rowsOf(
	folder: vscode.WorkspaceFolder,
	several: boolean,
): Promise<readonly (vscode.QuickPickItem & { readonly uri: vscode.Uri })[]> {
	const files = new FolderFiles(folder.uri);
	const paths = await files.markdownFiles();
	const likely = rankRunbookPaths(paths);
	const ordered = [...new Set([...likely, ...paths])];
	return ordered.map((path) => ({
		label: path,
		description: [likely.includes(path) ? 'looks like a runbook' : '', several ? folder.name : '']
			.filter(Boolean)
			.join(' · '),
		uri: files.uri(path),
	}));
}

export function openRunbookHandler(source: RunbookSource): Handler {
	return async () => {
		if (!source.uri) throw new UserError('There is no runbook yet. Create or choose one first.');
		await vscode.window.showTextDocument(source.uri);
	};
}

/** Opens the runbook at an item, without taking the focus from the checklist. */
export function goToLineHandler(source: RunbookSource): Handler {
	return async (argument) => {
		const line = lineOf(argument);
		if (!source.uri || line === undefined) return;
		const selection = new vscode.Range(line - 1, 0, line - 1, 0);
		await vscode.window.showTextDocument(source.uri, { selection, preview: true, preserveFocus: true });
	};
}

function lineOf(argument: unknown): number | undefined {
	if (typeof argument !== 'object' || argument === null || !('kind' in argument)) return undefined;
	const node = argument as ChecklistNode;
	switch (node.kind) {
		case 'phase':
			return node.phase.line;
		case 'group':
			return node.group.line;
		case 'item':
			return node.node.item.line;
	}
}
