import type * as vscode from 'vscode';
import type { EventData } from '../../core/incident/events';
import { windowGone } from '../../core/scripts/outcome';

const memoryKey = 'scriptRuns';

type RunFacts = Pick<EventData['scriptFinished'], 'run' | 'title' | 'sha256'>;
interface PendingRun extends RunFacts {
	readonly incident: string;
}
/** Resolves to whether it is recorded; the incident may be one of another folder. */
type RecordEnd = (incident: string, end: EventData['scriptFinished']) => Promise<boolean>;

/** The runs of this window that have begun and not ended, remembered over a reload: their end is then told as unknown. */
export class PendingRuns {
	readonly #memory: vscode.Memento;
	/** What an earlier life of this window has left; never a run that goes on. */
	#left: readonly PendingRun[];

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
		this.#left = this.#all();
	}

	async begin(incident: string, { run, title, sha256 }: RunFacts): Promise<void> {
		await this.#memory.update(memoryKey, [...this.#all(), { incident, run, title, sha256 }]);
	}

	async end(run: string): Promise<void> {
		await this.#memory.update(
			memoryKey,
			this.#all().filter((pending) => pending.run !== run),
		);
	}

	/** Records the end of those that were left; one that cannot be recorded stays for the next time. */
	async settle(record: RecordEnd): Promise<void> {
		const left = this.#left;
		this.#left = [];
		for (const pending of left) {
			const { incident, ...facts } = pending;
			const recorded = await record(incident, { ...facts, outcome: windowGone }).catch(() => false);
			if (recorded) await this.end(facts.run);
			else this.#left = [...this.#left, pending];
		}
	}

	#all(): readonly PendingRun[] {
		return this.#memory.get<readonly PendingRun[]>(memoryKey) ?? [];
	}
}
