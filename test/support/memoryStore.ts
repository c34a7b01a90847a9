import type { RecordMark, RecordRead, RecordStore } from '../../src/core/ports';
import { UserError } from '../../src/core/userError';

/** A record in memory that several writers can share, and that can be told to fail. */
export class MemoryStore implements RecordStore {
	readonly location = '/memory';
	readonly lines = new Map<string, string[]>();
	readonly #listeners = new Set<(incident?: string) => void>();
	full = false;

	incidents(): Promise<readonly string[]> {
		return Promise.resolve([...this.lines.keys()]);
	}

	read(incident: string, since?: RecordMark): Promise<RecordRead> {
		const lines = this.lines.get(incident) ?? [];
		const fresh = lines.slice(Number(since?.get('lines') ?? 0));
		const pieces = [new TextEncoder().encode(fresh.map((line) => `${line}\n`).join(''))];
		return Promise.resolve({ pieces, mark: new Map([['lines', lines.length]]) });
	}

	append(incident: string, line: string): Promise<void> {
		if (this.full) return Promise.reject(new UserError('NOT SAVED: the disk is full.'));
		this.lines.set(incident, [...(this.lines.get(incident) ?? []), line]);
		this.touch(incident);
		return Promise.resolve();
	}

	/** Tells the watchers of a change, whether there is one or not. */
	touch(incident: string | undefined): void {
		for (const listener of this.#listeners) listener(incident);
	}

	watch(changed: (incident?: string) => void): { dispose(): void } {
		this.#listeners.add(changed);
		return { dispose: () => this.#listeners.delete(changed) };
	}
}
