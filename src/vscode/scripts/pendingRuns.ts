import type * as vscode from 'vscode';
import type { EventData } from '../../core/incident/events';
import { windowGone } from '../../core/scripts/outcome';

const memoryKey = 'scriptRuns';

type RunFacts = Pick<EventData['scriptFinished'], 'run' | 'title' | 'sha256'>;
interface PendingRun extends RunFacts {
	readonly incident: string;
}
type RecordEnd = (incident: string, end: EventData['scriptFinished']) => Promise<void>;

/** The runs of this window that have begun and not ended, remembered over a reload: their end is then told as unknown. */
export class PendingRuns {
	readonly #memory: vscode.Memento;

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
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

	/** Records those that an earlier life of this window has left; one that cannot be recorded stays for the next time. */
	async settle(record: RecordEnd): Promise<void> {
		for (const { incident, ...facts } of this.#all()) {
			await record(incident, { ...facts, outcome: windowGone });
			await this.end(facts.run);
		}
	}

	#all(): readonly PendingRun[] {
		return this.#memory.get<readonly PendingRun[]>(memoryKey) ?? [];
	}
}
