import * as vscode from 'vscode';
import { distinctNames, splitFolder } from '../core/runbook/folderPath';
import { FolderFiles } from './workspaceFiles';

/** The workspace's folders by names that tell them apart. */
export function foldersByName(): ReadonlyMap<string, vscode.Uri> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const names = distinctNames(folders.map(({ name }) => name));
	return new Map(folders.map(({ uri }, index) => [names[index] ?? '', uri]));
}

/** The file of a path from `folder`, or of one that names another folder; `undefined` when that is gone. */
export function uriOfPath(folder: vscode.Uri, path: string): vscode.Uri | undefined {
	const { folder: name, path: inFolder } = splitFolder(path);
	const root = name === undefined ? folder : foldersByName().get(name);
	return root && new FolderFiles(root).uri(inFolder);
}
