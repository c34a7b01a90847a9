import type { Log } from '../core/ports';

/** Milliseconds of quiet before a document is looked at. */
const settleMs = 300;

/** Work that waits until a document has been left alone for a moment; the later call replaces the earlier. */
export class Settling {
	readonly #log: Log;
	readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();

	constructor(log: Log) {
		this.#log = log;
	}

	soon(key: string, work: () => Promise<void>): void {
		clearTimeout(this.#waiting.get(key));
		this.#waiting.set(
			key,
			setTimeout(() => {
				this.#waiting.delete(key);
				work().catch((error: unknown) => this.#log.error(String(error)));
			}, settleMs),
		);
	}

	isWaiting(key: string): boolean {
		return this.#waiting.has(key);
	}

	dispose(): void {
		for (const timer of this.#waiting.values()) clearTimeout(timer);
	}
}
