import * as vscode from 'vscode';
import { FolderTree } from './fileTree';

/** What is known of the files of each folder, forgotten when files come or go. */
export class FolderTrees implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	/** Files came or went. */
	readonly onDidChange = this.#changed.event;
	readonly #watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
	readonly #trees = new Map<string, FolderTree>();

	constructor() {
		this.#watcher.onDidCreate(() => this.#forget());
		this.#watcher.onDidDelete(() => this.#forget());
	}

	of(folder: vscode.Uri): FolderTree {
		const tree = this.#trees.get(folder.toString()) ?? new FolderTree(folder);
		this.#trees.set(folder.toString(), tree);
		return tree;
	}

	dispose(): void {
		this.#watcher.dispose();
		this.#changed.dispose();
	}

	#forget(): void {
		this.#trees.clear();
		this.#changed.fire();
	}
}
