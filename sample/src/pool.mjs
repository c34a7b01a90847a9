/** Hands out a fixed number of connections; whoever waits too long is refused instead of piling up. */
export class Pool {
	#inUse = 0;
	#waiting = [];

	constructor({ pool_size, acquire_timeout_ms }) {
		this.size = pool_size;
		this.timeoutMs = acquire_timeout_ms;
	}

	acquire() {
		if (this.#inUse < this.size) {
			this.#inUse += 1;
			return Promise.resolve();
		}
		return new Promise((resolve, reject) => this.#wait(resolve, reject));
	}

	release() {
		const next = this.#waiting.shift();
		if (next) next.start();
		else this.#inUse -= 1;
	}

	stats() {
		return { size: this.size, inUse: this.#inUse, waiting: this.#waiting.length };
	}

	#wait(resolve, reject) {
		const giveUp = setTimeout(() => {
			this.#waiting = this.#waiting.filter((other) => other !== waiter);
			reject(new Error(`No connection became free within ${this.timeoutMs} ms.`));
		}, this.timeoutMs);
		const waiter = {
			start: () => {
				clearTimeout(giveUp);
				resolve();
			},
		};
		this.#waiting.push(waiter);
	}
}
