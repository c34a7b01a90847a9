import * as vscode from 'vscode';

/** One check that is being repeated in this window. */
export interface Repeat {
	readonly title: string;
	/** Fires when it is to stop. */
	readonly stopped: vscode.CancellationToken;
	readonly stop: () => void;
	/** To be called when the repeating has ended. */
	readonly end: () => void;
}

/** The checks that this window repeats; all stop with it. */
export class Repeats implements vscode.Disposable {
	readonly #running = new Set<Repeat>();

	get running(): readonly Repeat[] {
		return [...this.#running];
	}

	begin(title: string): Repeat {
		const source = new vscode.CancellationTokenSource();
		const repeat: Repeat = {
			title,
			stopped: source.token,
			stop: () => source.cancel(),
			end: () => {
				this.#running.delete(repeat);
				source.dispose();
			},
		};
		this.#running.add(repeat);
		return repeat;
	}

	dispose(): void {
		for (const repeat of this.running) repeat.stop();
	}
}
