/** The whole outside world, as the core and the app see it. Implementations live in `node/` and `vscode/`. */

export interface Disposable {
	dispose(): void;
}

/** Wall time in milliseconds since 1970, for display and durations; order comes from the hybrid clock. */
export interface Clock {
	now(): number;
}

/** Fresh random identifiers: 32 lower-case hexadecimal digits each. */
export interface Ids {
	next(): string;
}

export interface Log {
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}

/**
 * The append-only record: files of lines, one for each writer and incident. Reading never fails on bad content.
 * `append` resolves when the line is durable on disk, and rejects with a `UserError` when it is not, after which the
 * event counts as not recorded. Lines appended together, without waiting, are kept in their order.
 */
export interface RecordStore {
	/** Where the record is kept, for messages, such as `/work/shop/.git/runbook-response/incidents`. */
	readonly location: string;
	incidents(): Promise<readonly string[]>;
	/** What the files hold, or what came after `since`; some of it may come twice, nothing is left out. */
	read(incident: string, since?: RecordMark): Promise<RecordRead>;
	append(incident: string, line: string): Promise<void>;
	/**
	 * Calls back, soon after and at least once, when another writer has changed an incident; without its name when any
	 * of them may have changed.
	 */
	watch(changed: (incident?: string) => void): Disposable;
}

export interface RecordRead {
	/** One piece for each file with news: lines in UTF-8, each ended by `\n` but perhaps the last. */
	readonly pieces: readonly Uint8Array[];
	readonly mark: RecordMark;
}

/** How far each file has been read, by its name. Only the store that made it knows what it means. */
export type RecordMark = ReadonlyMap<string, unknown>;

/** Files of one workspace folder. Paths are relative to it, with `/`. */
export interface WorkspaceFiles {
	/** Markdown files, without dependencies and build output; a large tree is cut short, nearest files first. */
	markdownFiles(): Promise<readonly string[]>;
	/** Whole content; rejects with a `UserError` when it cannot be read or is larger than `maxBytes`. */
	read(path: string, maxBytes: number): Promise<Uint8Array>;
	/**
	 * Creates a file and the folders above it. Resolves to false, and writes nothing, when it exists already, unless
	 * `replace` is true.
	 */
	create(path: string, text: string, replace?: boolean): Promise<boolean>;
}

/** The files around a document, by path from one root, with `/`; a leading `..` looks beside the root. */
export interface FileTree {
	/** Whether there is a file or folder. */
	exists(path: string): Promise<boolean>;
	/** A file in UTF-8; `undefined` when it cannot be read, is beside the root or larger than `maxBytes`. */
	text(path: string, maxBytes: number): Promise<string | undefined>;
	/** All files, without dependencies and build output; `complete` is false when a large tree was cut short. */
	files(): Promise<{ readonly paths: readonly string[]; readonly complete: boolean }>;
}

/** Hexadecimal SHA-256 of the UTF-8 bytes. */
export type Sha256 = (text: string) => string;
