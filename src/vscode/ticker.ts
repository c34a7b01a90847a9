import type { Disposable } from '../core/ports';

/** The only repeating timer: calls every second while it is running. */
export class Ticker implements Disposable {
	readonly #tick: () => void;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(tick: () => void) {
		this.#tick = tick;
	}

	run(wanted: boolean): void {
		if (wanted && this.#timer === undefined) this.#timer = setInterval(this.#tick, 1000);
		if (!wanted) this.dispose();
	}

	dispose(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
