import type { Disposable } from '../core/ports';

/** The only repeating timer: calls every second, or at another pace, while it is running. */
export class Ticker implements Disposable {
	readonly #tick: () => void;
	readonly #everyMs: number;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(tick: () => void, everyMs = 1000) {
		this.#tick = tick;
		this.#everyMs = everyMs;
	}

	run(wanted: boolean): void {
		if (wanted && this.#timer === undefined) this.#timer = setInterval(this.#tick, this.#everyMs);
		if (!wanted) this.dispose();
	}

	dispose(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
