import * as vscode from 'vscode';
import { rankRunbookPaths } from '../../core/runbook/discover';
import type { LinkedDocument } from '../../core/runbook/linkedDocument';
import type { Branch } from '../../core/runbook/tree';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { uriOfPath } from '../folderNames';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import type { ChecklistDocuments } from '../views/checklistDocuments';
import { checklistBranch } from '../views/checklistRows';
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

/** Likely runbooks first, the first few with what they hold, then every other Markdown file. */
export function chooseRunbookHandler(source: RunbookSource, documents: ChecklistDocuments): Handler {
	return async () => {
		const folders = vscode.workspace.workspaceFolders ?? [];
		if (folders.length === 0) throw new UserError('Open the folder that holds your runbook first.');
		const several = folders.length > 1;
		const rows = (
			await Promise.all(folders.map(async (folder) => withContents(await rowsOf(folder, several), documents)))
		).flat();
		if (rows.length === 0) throw new UserError('There is no Markdown file in this workspace to choose.');
		const options = { title: 'Choose Runbook File', placeHolder: 'The runbook the checklist is read from' };
		const chosen = await vscode.window.showQuickPick(rows, options);
		if (!chosen) return;
		await source.choose(chosen.uri);
		if (source.state.kind === 'problem') throw new UserError(source.state.message);
	};
}

interface RunbookRow extends vscode.QuickPickItem {
	readonly path: string;
	readonly uri: vscode.Uri;
	readonly likely: boolean;
}

async function rowsOf(folder: vscode.WorkspaceFolder, several: boolean): Promise<readonly RunbookRow[]> {
	const files = new FolderFiles(folder.uri);
	const paths = await files.markdownFiles();
	const likely = rankRunbookPaths(paths);
	const ordered = [...new Set([...likely, ...paths])];
	return ordered.map((path) => ({
		label: path,
		description: [likely.includes(path) ? 'looks like a runbook' : '', several ? folder.name : '']
			.filter(Boolean)
			.join(' · '),
		path,
		uri: files.uri(path),
		likely: likely.includes(path),
	}));
}

/** More documents than this are not opened for the sake of a list. */
const describedRows = 8;

function withContents(
	rows: readonly RunbookRow[],
	documents: ChecklistDocuments,
): Promise<readonly RunbookRow[]> {
	return Promise.all(
		rows.map(async (row, index) => {
			if (!row.likely || index >= describedRows || !documents.belongs(row.uri)) return row;
			const detail = contentsText(await documents.load(row.path));
			return detail === undefined ? row : { ...row, detail };
		}),
	);
}

function contentsText(document: LinkedDocument | undefined): string | undefined {
	if (document?.kind !== 'loaded') return document?.message;
	const { title, phases } = document.runbook;
	const items = phases.flatMap(({ groups }) => groups.flatMap((group) => group.items)).length;
	return [plain(title), items === 1 ? '1 item' : `${items} items`].filter(Boolean).join(' · ');
}

export function openRunbookHandler(source: RunbookSource): Handler {
	return async () => {
		if (!source.uri) throw new UserError('There is no runbook yet. Create or choose one first.');
		await vscode.window.showTextDocument(source.uri);
	};
}

/** Opens the document of a row at its line, without taking the focus from the checklist. */
export function goToLineHandler(source: RunbookSource): Handler {
	return async (argument) => {
		const branch = checklistBranch(argument);
		const { folder } = source.state;
		if (!branch || !folder) return;
		const line = lineOf(branch) - 1;
		const selection = new vscode.Range(line, 0, line, 0);
		const uri = uriOfPath(folder, branch.path);
		if (!uri) throw new UserError(`The folder of ${branch.path} is no longer in this workspace.`);
		await vscode.window.showTextDocument(uri, { selection, preview: true, preserveFocus: true });
	};
}

function lineOf(branch: Branch): number {
	switch (branch.kind) {
		case 'phase':
			return branch.phase.line;
		case 'group':
			return branch.group.line;
		case 'procedure':
			return branch.procedure.line;
		case 'item':
			return branch.tickable.item.line;
		case 'heading':
		case 'document':
		case 'message':
			return 1;
	}
}
