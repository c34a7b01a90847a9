import type { LinkedDocument } from '../core/runbook/linkedDocument';
import { isUserError } from '../core/userError';
import { loadRunbook, type RunbookReader } from './runbooks';

/** The documents of one folder that were asked for, each read once until it changes. */
export class LinkedChecklists {
	readonly #reader: RunbookReader;
	readonly #reading = new Map<string, Promise<LinkedDocument>>();
	#documents: ReadonlyMap<string, LinkedDocument> = new Map();

	constructor(reader: RunbookReader) {
		this.#reader = reader;
	}

	/** By path from the folder. A new map whenever one of them is new or other. */
	get documents(): ReadonlyMap<string, LinkedDocument> {
		return this.#documents;
	}

	/** Reads a document unless it is there. What is wrong with it becomes its content; a bug rejects. */
	load(path: string): Promise<LinkedDocument> {
		const known = this.#documents.get(path);
		return known ? Promise.resolve(known) : this.reload(path);
	}

	/** Reads it again. Of several readings under way the last one begun counts. */
	async reload(path: string): Promise<LinkedDocument> {
		const reading = this.#read(path);
		this.#reading.set(path, reading);
		const document = await reading;
		if (this.#reading.get(path) === reading) {
			this.#documents = new Map(this.#documents).set(path, document);
		}
		return document;
	}

	async #read(path: string): Promise<LinkedDocument> {
		try {
			const { runbook } = await loadRunbook(this.#reader, path);
			return { kind: 'loaded', runbook };
		} catch (error) {
			if (!isUserError(error)) throw error;
			return { kind: 'problem', message: error.message };
		}
	}
}
