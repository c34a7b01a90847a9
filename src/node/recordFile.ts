import type { Log } from '../core/ports';
import { UncertainError, type LineFile, type Written } from './lineFile';
import { notSaved } from './notSaved';

interface Waiting {
	readonly line: string;
	readonly resolve: () => void;
	readonly reject: (error: Error) => void;
}

/**
 * The file one process appends to. A line is acknowledged once it is on the disk; what was acknowledged is kept in
 * memory too, and written again when somebody has deleted, moved or cut the file.
 */
export class RecordFile {
	readonly #file: LineFile;
	readonly #log: Log;
	readonly #saved: string[] = [];
	#waiting: Waiting[] = [];
	#busy = false;

	constructor(file: LineFile, log: Log) {
		this.#file = file;
		this.#log = log;
	}

	/** Resolves once the line is durable. Lines that come while the disk is busy share the next wait for it. */
	append(line: string): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ line, resolve, reject });
			if (!this.#busy) void this.#work();
		});
	}

	/** Writes again what has gone from the file; where the whole folder has gone, only the next `append` does. */
	async heal(): Promise<void> {
		if (this.#busy || this.#saved.length === 0 || !this.#file.wasTouched()) return;
		await this.#work();
	}

	/** Never rejects: each line's own promise does. */
	async #work(): Promise<void> {
		this.#busy = true;
		do {
			const batch = this.#waiting;
			this.#waiting = [];
			await this.#save(batch);
		} while (this.#waiting.length > 0);
		this.#busy = false;
	}

	async #save(batch: readonly Waiting[]): Promise<void> {
		const { lines, healed, error } = await this.#write(batch.map(({ line }) => line));
		for (const { line, resolve } of batch.slice(0, lines)) {
			this.#saved.push(line);
			resolve();
		}
		const refused = batch.slice(lines);
		for (const { reject } of refused) reject(notSaved(this.#file.path, error));
		if (healed > 0) {
			const gone = 'somebody had deleted, moved or changed the file';
			this.#log.warn(`${this.#file.path}: ${healed} line(s) were written again, because ${gone}.`);
		} else if (error && refused.length === 0) {
			this.#log.warn(notSaved(this.#file.path, error).message);
		}
	}

	/**
	 * After a failed sync the system may take the pages for written though they are not, and a second sync of the same
	 * descriptor would succeed for nothing: the lines are written anew. https://wiki.postgresql.org/wiki/Fsync_Errors
	 */
	async #write(lines: readonly string[]): Promise<Written> {
		const first = await this.#file.write(lines, this.#saved);
		if (!(first.error instanceof UncertainError)) return first;
		this.#log.warn(`${this.#file.path} is written once more, because ${first.error.message}.`);
		return this.#file.write(lines, this.#saved);
	}
}
