import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Disposable, Log, RecordMark, RecordRead, RecordStore } from '../core/ports';
import { localDisk, type Disk } from './disk';
import { LineFile } from './lineFile';
import { readRecord } from './readRecord';
import { RecordFile } from './recordFile';
import { watchRecord } from './watchRecord';

/**
 * The record on disk: `<location>/<incident>/<file>.jsonl`. Each process appends to its own file, runs of the command
 * line to one they share, and everybody reads all: two windows, or a window and the command line, never write over
 * each other.
 */
export class FileRecordStore implements RecordStore {
	readonly location: string;
	readonly #file: string;
	readonly #log: Log;
	readonly #disk: Disk;
	readonly #own = new Map<string, RecordFile>();
	readonly #told = new Set<string>();

	/** `file` without its extension; only lower-case letters, digits and `-`, for the sake of every file system. */
	constructor(location: string, file: string, log: Log, disk = localDisk) {
		this.location = location;
		this.#file = file;
		this.#log = log;
		this.#disk = disk;
	}

	async incidents(): Promise<readonly string[]> {
		const entries = await readdir(this.location, { withFileTypes: true }).catch(() => []);
		return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	}

	read(incident: string, since?: RecordMark): Promise<RecordRead> {
		return readRecord(path.join(this.location, incident), since, (file, error) =>
			this.#complain(file, error),
		);
	}

	append(incident: string, line: string): Promise<void> {
		const file = path.join(this.location, incident, `${this.#file}.jsonl`);
		const own = this.#own.get(incident) ?? new RecordFile(new LineFile(file, this.#disk), this.#log);
		this.#own.set(incident, own);
		return own.append(line);
	}

	/** What others do to our own files is noticed here, too, and made good. */
	watch(changed: (incident?: string) => void): Disposable {
		return watchRecord(this.location, (incident) => {
			const own = incident === undefined ? this.#own.values() : [this.#own.get(incident)];
			for (const file of own) void file?.heal();
			changed(incident);
		});
	}

	/** Once a file; one that has just gone is no news. */
	#complain(file: string, error: unknown): void {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT' || this.#told.has(file)) return;
		this.#told.add(file);
		const reason = error instanceof Error ? error.message : String(error);
		this.#log.warn(`The incident record ${file} could not be read, so what it holds is not shown: ${reason}`);
	}
}
