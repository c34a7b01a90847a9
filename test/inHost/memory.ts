import type * as vscode from 'vscode';

/** What a window remembers over its lives. */
export class Memory implements vscode.Memento {
	readonly #values = new Map<string, unknown>();
	keys = (): readonly string[] => [...this.#values.keys()];
	get<T>(key: string, fallback?: T): T | undefined {
		return (this.#values.get(key) as T | undefined) ?? fallback;
	}
	update(key: string, value: unknown): Promise<void> {
		// As the real one: what is kept is data, not the object.
		this.#values.set(key, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
		return Promise.resolve();
	}
}
