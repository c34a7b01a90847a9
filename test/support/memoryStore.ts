import type { RecordStore } from '../../src/core/ports';
import { UserError } from '../../src/core/userError';

/** A record in memory that several writers can share, and that can be told to fail. */
export class MemoryStore implements RecordStore {
	readonly location = '/memory';
	readonly lines = new Map<string, string[]>();
	readonly #listeners = new Set<() => void>();
	full = false;

	incidents(): Promise<readonly string[]> {
		return Promise.resolve([...this.lines.keys()]);
	}

	read(incident: string): Promise<readonly string[]> {
		return Promise.resolve([...(this.lines.get(incident) ?? [])]);
	}

	append(incident: string, line: string): Promise<void> {
		if (this.full) return Promise.reject(new UserError('NOT SAVED: the disk is full.'));
		this.lines.set(incident, [...(this.lines.get(incident) ?? []), line]);
		for (const listener of this.#listeners) listener();
		return Promise.resolve();
	}

	watch(changed: () => void): { dispose(): void } {
		this.#listeners.add(changed);
		return { dispose: () => this.#listeners.delete(changed) };
	}
}
