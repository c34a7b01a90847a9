import * as vscode from 'vscode';
import { LinkedChecklists } from '../../app/linkedChecklists';
import { findRunbooks } from '../../app/runbooks';
import type { Log } from '../../core/ports';
import type { LinkedDocument } from '../../core/runbook/linkedDocument';
import type { ReaderFor, RunbookSource } from '../runbookSource';
import { FolderFiles } from '../workspaceFiles';

const none: ReadonlyMap<string, LinkedDocument> = new Map();

/** The documents beside the runbook: those it links, and other likely runbooks of the same folder. */
export class ChecklistDocuments implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #source: RunbookSource;
	readonly #readerFor: ReaderFor;
	readonly #log: Log;
	readonly #subscriptions: vscode.Disposable;
	#folder: vscode.Uri | undefined;
	#linked: LinkedChecklists | undefined;
	#likely: readonly string[] = [];

	constructor(source: RunbookSource, readerFor: ReaderFor, log: Log) {
		this.#source = source;
		this.#readerFor = readerFor;
		this.#log = log;
		const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,MD}');
		const search = (): void => void this.#search();
		const read = (uri: vscode.Uri): void => void this.#read(uri);
		this.#subscriptions = vscode.Disposable.from(
			watcher,
			watcher.onDidCreate(search),
			watcher.onDidDelete(search),
			watcher.onDidCreate(read),
			watcher.onDidChange(read),
			watcher.onDidDelete(read),
			source.onDidChange(() => this.#follow()),
		);
	}

	/** Those that were read so far, by path. */
	get documents(): ReadonlyMap<string, LinkedDocument> {
		return this.#linked?.documents ?? none;
	}

	/** Likely runbooks of the folder, likeliest first. */
	get likely(): readonly string[] {
		return this.#likely;
	}

	/** Whether a file is in the folder these documents are of. */
	belongs(uri: vscode.Uri): boolean {
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
		return folder !== undefined && folder === this.#folder?.toString();
	}

	async load(path: string): Promise<LinkedDocument | undefined> {
		return this.#linked?.load(path);
	}

	dispose(): void {
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#follow(): void {
		const { folder } = this.#source.state;
		if (folder?.toString() === this.#folder?.toString()) return;
		this.#folder = folder;
		this.#linked = folder && new LinkedChecklists(this.#readerFor(new FolderFiles(folder)));
		this.#likely = [];
		void this.#search();
	}

	async #search(): Promise<void> {
		const folder = this.#folder;
		const found = folder ? await findRunbooks(new FolderFiles(folder), '').catch(this.#failed) : [];
		if (folder !== this.#folder || found.join('\n') === this.#likely.join('\n')) return;
		this.#likely = found;
		this.#changed.fire();
	}

	readonly #failed = (error: unknown): readonly string[] => {
		this.#log.error(`Looking for runbooks: ${String(error)}`);
		return [];
	};

	/** A document that is shown is read again when it changes on disk. */
	async #read(uri: vscode.Uri): Promise<void> {
		if (!this.#folder || !this.#linked) return;
		const path = new FolderFiles(this.#folder).relative(uri);
		if (!this.documents.has(path)) return;
		await this.#linked.reload(path);
		this.#changed.fire();
	}
}
