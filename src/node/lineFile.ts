import { statSync } from 'node:fs';
import path from 'node:path';
import type { Disk, FileFacts } from './disk';

/** What became of a write: how many of the lines are durable, how many old ones were put back, and what stopped it. */
export interface Written {
	readonly lines: number;
	readonly healed: number;
	readonly error?: unknown;
}

/** The lines were written, but nobody knows whether they would outlive a power cut. */
export class UncertainError extends Error {}

/**
 * A file of lines that is only ever appended to. It is opened for each write, which costs microseconds and finds
 * whatever bears the name now.
 */
export class LineFile {
	readonly path: string;
	readonly #disk: Disk;
	/** The file as we left it; `undefined` when somebody else may have changed it since. */
	#left: FileFacts | undefined;
	/** Lost lines that were put back without the disk confirming it: they look as if they were there. */
	#unsure: readonly string[] = [];

	constructor(file: string, disk: Disk) {
		this.path = file;
		this.#disk = disk;
	}

	/** Whether somebody else has changed, replaced or deleted the file since our last write; its folder is still there. */
	wasTouched(): boolean {
		const facts = factsOf(this.path);
		return facts ? !isSame(facts, this.#left) : factsOf(path.dirname(this.path)) !== undefined;
	}

	/** Appends the lines, before them those of `saved` that the file has lost, and waits for the disk. Never rejects. */
	async write(lines: readonly string[], saved: readonly string[]): Promise<Written> {
		let opened: Opened | undefined;
		try {
			opened = this.#open();
			return await this.#append(opened, lines, saved);
		} catch (error) {
			return { lines: 0, healed: 0, error };
		} finally {
			if (opened) this.#close(opened.descriptor);
		}
	}

	async #append(file: Opened, lines: readonly string[], saved: readonly string[]): Promise<Written> {
		const before = this.#disk.stat(file.descriptor);
		const missing = this.#missing(file.descriptor, before, saved);
		this.#unsure = missing;
		this.#left = undefined;
		let size = before.size;
		if (!this.#endsInNewline(file.descriptor, size)) size += this.#writeAll(file.descriptor, '\n');
		for (const line of missing) size += this.#writeAll(file.descriptor, `${line}\n`);
		const { count, bytes, error } = this.#writeLines(file.descriptor, lines);
		const after = await this.#sync(file.descriptor);
		this.#unsure = [];
		if (before.size === 0) for (const folder of file.folders) await this.#disk.syncFolder(folder);
		if (error === undefined && after.size === size + bytes) this.#left = after;
		return { lines: count, healed: missing.length, error };
	}

	#open(): Opened {
		const folder = path.dirname(this.path);
		try {
			return { descriptor: this.#disk.open(this.path), folders: [folder] };
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			const folders = foldersUpTo(folder, this.#disk.makeFolder(folder));
			return { descriptor: this.#disk.open(this.path), folders };
		}
	}

	/** Those of the saved lines that the file does not hold any more. Read only when somebody else has been at it. */
	#missing(descriptor: number, facts: FileFacts, saved: readonly string[]): readonly string[] {
		if (saved.length === 0 || isSame(facts, this.#left)) return this.#unsure;
		const bytes = Buffer.alloc(facts.size);
		let end = 0;
		for (let read = -1; read !== 0 && end < facts.size; end += read) {
			read = this.#disk.read(descriptor, bytes.subarray(end), end);
		}
		const present = new Set(
			bytes
				.toString('utf8', 0, end)
				.split('\n')
				.map((line) => line.trim()),
		);
		for (const line of this.#unsure) present.delete(line);
		return saved.filter((line) => !present.has(line));
	}

	/** A file that does not end so has a torn line; it gets its newline first, so that it spoils only itself. */
	#endsInNewline(descriptor: number, size: number): boolean {
		const last = Buffer.alloc(1);
		return size === 0 || (this.#disk.read(descriptor, last, size - 1) === 1 && last[0] === newline);
	}

	/** One write a line. The first that fails ends it; what was written before it counts. */
	#writeLines(
		descriptor: number,
		lines: readonly string[],
	): { count: number; bytes: number; error?: unknown } {
		let bytes = 0;
		for (const [count, line] of lines.entries()) {
			try {
				bytes += this.#writeAll(descriptor, `${line}\n`);
			} catch (error) {
				return { count, bytes, error };
			}
		}
		return { count: lines.length, bytes };
	}

	/** A full disk takes a part and says so only when asked to take the rest. */
	#writeAll(descriptor: number, text: string): number {
		const bytes = Buffer.from(text);
		for (let done = 0; done < bytes.length;) {
			const written = this.#disk.write(descriptor, bytes.subarray(done));
			if (written === 0) throw new Error('the disk takes nothing more');
			done += written;
		}
		return bytes.length;
	}

	async #sync(descriptor: number): Promise<FileFacts> {
		try {
			await this.#disk.datasync(descriptor);
		} catch (cause) {
			throw new UncertainError('the disk did not confirm it', { cause });
		}
		const after = this.#disk.stat(descriptor);
		if (after.nlink === 0) throw new UncertainError('it was deleted meanwhile');
		return after;
	}

	#close(descriptor: number): void {
		try {
			this.#disk.close(descriptor);
		} catch {
			// What counted was confirmed by the sync before.
		}
	}
}

interface Opened {
	readonly descriptor: number;
	/** Those that must be synced before the name of a new file is durable. */
	readonly folders: readonly string[];
}

const newline = 0x0a;

/** From the folder of the file up to the one that got the first new folder. */
function foldersUpTo(folder: string, firstMade: string | undefined): readonly string[] {
	const top = firstMade === undefined ? folder : path.dirname(firstMade);
	const folders = [folder];
	for (let at = folder; at !== top && at !== path.dirname(at);) folders.push((at = path.dirname(at)));
	return folders;
}

/** `undefined` for what is not there, and for what may not be looked at. */
function factsOf(file: string): FileFacts | undefined {
	try {
		return statSync(file, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

function isSame(left: FileFacts, right: FileFacts | undefined): boolean {
	return left.ino === right?.ino && left.size === right.size && left.mtimeMs === right.mtimeMs;
}
