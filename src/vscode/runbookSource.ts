import * as vscode from 'vscode';
import {
	findRunbooks,
	loadRunbook,
	parseLoaded,
	type LoadedRunbook,
	type RunbookReader,
} from '../app/runbooks';
import { RunbookFiles } from '../app/runbookFiles';
import type { Log } from '../core/ports';
import { isUserError } from '../core/userError';
import { setContext } from './context';
import { readSettings } from './settings';
import type { FolderTrees } from './folderTrees';
import { FolderFiles } from './workspaceFiles';

/** Where the runbook stands. `folder` is the workspace folder that incidents, scripts and deploys belong to. */
export type RunbookState =
	| { readonly kind: 'loading'; readonly folder: vscode.Uri | undefined }
	| { readonly kind: 'noFolder'; readonly folder: undefined }
	| { readonly kind: 'none'; readonly folder: vscode.Uri }
	| { readonly kind: 'problem'; readonly folder: vscode.Uri; readonly path: string; readonly message: string }
	| LoadedState;

interface LoadedState {
	readonly kind: 'loaded';
	readonly folder: vscode.Uri;
	readonly loaded: LoadedRunbook;
}

export type ReaderFor = (files: FolderFiles) => RunbookReader;

const choiceKey = 'runbookChoice';
/** Milliseconds of quiet before a change in the editor or on disk is read. */
const settleMs = 150;

/** Finds the workspace's runbook, reads it, and follows its changes, unsaved ones included. */
export class RunbookSource implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #log: Log;
	readonly #memory: vscode.Memento;
	readonly #readerFor: ReaderFor;
	readonly #trees: FolderTrees;
	readonly #subscriptions: vscode.Disposable;
	#state: RunbookState = { kind: 'loading', folder: undefined };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#searchDue = false;
	#pinned: { readonly folder: vscode.Uri; readonly path: string } | undefined;
	/** Of the runbook that is shown; `loaded` holds what they say. */
	#files: { readonly uri: string; readonly known: RunbookFiles } | undefined;
	/** Counts loads; a slower, older one must not overwrite a newer one's result. */
	#generation = 0;

	constructor(readerFor: ReaderFor, trees: FolderTrees, memory: vscode.Memento, log: Log) {
		this.#readerFor = readerFor;
		this.#trees = trees;
		this.#memory = memory;
		this.#log = log;
		const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,MD}');
		this.#subscriptions = vscode.Disposable.from(
			watcher,
			watcher.onDidCreate((uri) => this.#touched(uri)),
			watcher.onDidChange((uri) => this.#edited(uri)),
			watcher.onDidDelete((uri) => this.#touched(uri)),
			trees.onDidChange(() => this.#filesChanged()),
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document.uri)),
			// Unsaved text may have been thrown away.
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#edited(uri)),
			vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#edited(uri)),
			vscode.workspace.onDidChangeWorkspaceFolders(() => void this.reload()),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration('runbookResponse.runbook')) void this.#forgetChoice();
			}),
		);
	}

	get state(): RunbookState {
		return this.#state;
	}

	get loaded(): LoadedRunbook | undefined {
		return this.#state.kind === 'loaded' ? this.#state.loaded : undefined;
	}

	/** The runbook file, also when it cannot be read. */
	get uri(): vscode.Uri | undefined {
		const state = this.#state;
		if (state.kind === 'loaded') return vscode.Uri.joinPath(state.folder, state.loaded.path);
		return state.kind === 'problem' ? vscode.Uri.joinPath(state.folder, state.path) : undefined;
	}

	/** Remembers the person's choice for this workspace and reads it. */
	async choose(uri: vscode.Uri): Promise<void> {
		await this.#memory.update(choiceKey, uri.toString());
		await this.reload();
	}

	/**
	 * Stays on the runbook an open incident was declared with, also when the file is gone for a while, as in the middle
	 * of a rollback. `undefined` lets go. An explicit choice goes before it.
	 */
	pin(path: string | undefined): void {
		const { folder } = this.#state;
		if (path === this.#pinned?.path || (path !== undefined && !folder)) return;
		this.#pinned = path === undefined || !folder ? undefined : { folder, path };
		const shown = this.#state.kind === 'loaded' ? this.#state.loaded.path : undefined;
		if (path !== undefined && path !== shown) void this.reload();
	}

	/** A changed setting says which runbook is meant now. */
	async #forgetChoice(): Promise<void> {
		await this.#memory.update(choiceKey, undefined);
		await this.reload();
	}

	/** Searches and reads anew. Never rejects: what is wrong becomes the state. */
	reload(): Promise<void> {
		return this.#replace(() => this.#find());
	}

	async #replace(load: () => Promise<RunbookState>): Promise<void> {
		const generation = ++this.#generation;
		const state = await load().catch((error: unknown): RunbookState => {
			const [folder] = vscode.workspace.workspaceFolders ?? [];
			this.#log.error(String(error));
			return folder ? { kind: 'none', folder: folder.uri } : { kind: 'noFolder', folder: undefined };
		});
		if (generation === this.#generation) this.#become(state);
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	async #find(): Promise<RunbookState> {
		const folders = vscode.workspace.workspaceFolders ?? [];
		const [first] = folders;
		if (!first) return { kind: 'noFolder', folder: undefined };
		const chosen = this.#chosen() ?? this.#pinned;
		if (chosen) return this.#load(chosen.folder, chosen.path);
		for (const { uri } of folders) {
			const [path] = await findRunbooks(new FolderFiles(uri), readSettings(uri).runbookPath);
			if (path !== undefined) return this.#load(uri, path);
		}
		return { kind: 'none', folder: first.uri };
	}

	#chosen(): { readonly folder: vscode.Uri; readonly path: string } | undefined {
		const choice = this.#memory.get<unknown>(choiceKey);
		if (typeof choice !== 'string') return undefined;
		const uri = vscode.Uri.parse(choice);
		const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
		return folder && { folder, path: new FolderFiles(folder).relative(uri) };
	}

	async #load(folder: vscode.Uri, path: string): Promise<RunbookState> {
		const reader = this.#readerFor(new FolderFiles(folder));
		const uri = vscode.Uri.joinPath(folder, path).toString();
		const unsaved = vscode.workspace.textDocuments.find(
			(document) => document.isDirty && document.uri.toString() === uri,
		);
		try {
			const known = this.loaded?.path === path ? this.loaded.runbook.severities : undefined;
			const load = unsaved ? parseLoaded(reader, path, unsaved.getText(), known) : loadRunbook(reader, path);
			return { kind: 'loaded', folder, loaded: await load };
		} catch (error) {
			if (!isUserError(error)) throw error;
			this.#log.warn(error.message);
			return { kind: 'problem', folder, path, message: error.message };
		}
	}

	/** A file that came or went matters when it is the runbook, or when there is none yet and it may be one. */
	#touched(uri: vscode.Uri): void {
		if (this.uri !== undefined && this.uri.toString() !== uri.toString()) return;
		this.#searchDue = true;
		this.#reloadSoon();
	}

	/** New content of the runbook is read without searching for another: a search costs more than the reading. */
	#edited(uri: vscode.Uri): void {
		if (this.uri?.toString() === uri.toString()) this.#reloadSoon();
	}

	#reloadSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const search = this.#searchDue;
			this.#searchDue = false;
			void this.#replace(() => (search ? this.#find() : this.#reread()));
		}, settleMs);
	}

	#reread(): Promise<RunbookState> {
		const state = this.#state;
		if (state.kind === 'loaded') return this.#load(state.folder, state.loaded.path);
		return state.kind === 'problem' ? this.#load(state.folder, state.path) : this.#find();
	}

	/** Links and scripts that lead nowhere are looked for afterwards: the checklist does not wait for a slow disk. */
	#become(state: RunbookState): void {
		if (state.kind !== 'loaded') {
			this.#show(state);
			return;
		}
		const files = this.#filesOf(state);
		const show = (): void => this.#show(withFiles(state, files));
		const generation = this.#generation;
		show();
		files.lookUp(state.loaded.runbook).then(
			(isNew) => isNew && generation === this.#generation && show(),
			(error: unknown) => this.#log.error(String(error)),
		);
	}

	#filesOf({ folder, loaded: { path } }: LoadedState): RunbookFiles {
		const uri = vscode.Uri.joinPath(folder, path).toString();
		const known = this.#files?.uri === uri ? this.#files.known : undefined;
		const files = known ?? new RunbookFiles(this.#trees.of(folder), path);
		this.#files = { uri, known: files };
		return files;
	}

	/** What was known of them no longer holds. */
	#filesChanged(): void {
		this.#files = undefined;
		if (this.#state.kind === 'loaded') this.#reloadSoon();
	}

	#show(state: RunbookState): void {
		this.#state = state;
		setContext('runbook', state.kind);
		this.#changed.fire();
	}
}

function withFiles({ kind, folder, loaded }: LoadedState, files: RunbookFiles): LoadedState {
	return { kind, folder, loaded: { ...loaded, runbook: files.apply(loaded.runbook) } };
}
