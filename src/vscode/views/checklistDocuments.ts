import * as vscode from 'vscode';
import { LinkedChecklists } from '../../app/linkedChecklists';
import { findRunbooks } from '../../app/runbooks';
import type { Log } from '../../core/ports';
import { splitFolder } from '../../core/runbook/folderPath';
import type { LinkedDocument } from '../../core/runbook/linkedDocument';
import type { ReaderFor, RunbookSource } from '../runbookSource';
import { FolderFiles } from '../workspaceFiles';
import { OtherFolders } from './otherFolders';

const none: ReadonlyMap<string, LinkedDocument> = new Map();

/** The documents beside the runbook: those it links, and other likely runbooks of this folder and of others. */
export class ChecklistDocuments implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #source: RunbookSource;
	readonly #readerFor: ReaderFor;
	readonly #log: Log;
	readonly #subscriptions: vscode.Disposable;
	readonly #elsewhere: OtherFolders;
	#folder: vscode.Uri | undefined;
	#linked: LinkedChecklists | undefined;
	#likely: readonly string[] = [];
	#together: { readonly of: readonly unknown[]; readonly documents: ReadonlyMap<string, LinkedDocument> } = {
		of: [],
		documents: none,
	};

	constructor(source: RunbookSource, readerFor: ReaderFor, log: Log) {
		this.#source = source;
		this.#readerFor = readerFor;
		this.#log = log;
		this.#elsewhere = new OtherFolders(readerFor);
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
			vscode.workspace.onDidChangeWorkspaceFolders(() => this.#openFolders()),
		);
	}

	/** Those that were read so far, by path. */
	get documents(): ReadonlyMap<string, LinkedDocument> {
		const own = this.#linked?.documents ?? none;
		const others = this.#elsewhere.documents;
		if (others.size === 0) return own;
		const { of } = this.#together;
		if (of[0] !== own || of[1] !== others)
			this.#together = { of: [own, others], documents: new Map([...own, ...others]) };
		return this.#together.documents;
	}

	/** Likely runbooks, likeliest first: those of this folder, then those of each other one as `//folder/path`. */
	get likely(): readonly string[] {
		return this.#likely;
	}

	/** Whether a file is in the folder these documents are of. */
	belongs(uri: vscode.Uri): boolean {
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
		return folder !== undefined && folder === this.#folder?.toString();
	}

	async load(path: string): Promise<LinkedDocument | undefined> {
		return splitFolder(path).folder === undefined ? this.#linked?.load(path) : this.#elsewhere.load(path);
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
		this.#openFolders();
	}

	#openFolders(): void {
		this.#elsewhere.follow(this.#folder);
		void this.#search();
	}

	async #search(): Promise<void> {
		const folder = this.#folder;
		const found = folder ? await this.#find(folder).catch(this.#failed) : [];
		if (folder !== this.#folder || found.join('\n') === this.#likely.join('\n')) return;
		this.#likely = found;
		this.#changed.fire();
	}

	async #find(folder: vscode.Uri): Promise<readonly string[]> {
		const own = await findRunbooks(new FolderFiles(folder), '');
		return [...own, ...(await this.#elsewhere.find())];
	}

	readonly #failed = (error: unknown): readonly string[] => {
		this.#log.error(`Looking for runbooks: ${String(error)}`);
		return [];
	};

	/** A document that is shown is read again when it changes on disk. */
	async #read(uri: vscode.Uri): Promise<void> {
		if (!this.#folder || !this.#linked) return;
		const elsewhere = this.#elsewhere.pathOf(uri);
		const path = elsewhere ?? new FolderFiles(this.#folder).relative(uri);
		if (!this.documents.has(path)) return;
		await (elsewhere === undefined ? this.#linked.reload(path) : this.#elsewhere.reload(path));
		this.#changed.fire();
	}
}
