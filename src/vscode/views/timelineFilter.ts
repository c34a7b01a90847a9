import * as vscode from 'vscode';
import { timelineFilters, type TimelineFilter } from '../../core/incident/timelineFilter';
import { setContext } from '../context';

const memoryKey = 'timelineFilter';

/** Which entries of the timeline this workspace shows; remembered for the next window. */
export class TimelineChoice implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #memory: vscode.Memento;
	#filter: TimelineFilter;

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
		const remembered = memory.get<unknown>(memoryKey);
		this.#filter = timelineFilters.find((filter) => filter === remembered) ?? 'all';
		setContext('timelineFilter', this.#filter);
	}

	get filter(): TimelineFilter {
		return this.#filter;
	}

	/** Takes effect at once; remembering is not waited for. */
	set(filter: TimelineFilter): void {
		this.#filter = filter;
		void this.#memory.update(memoryKey, filter);
		setContext('timelineFilter', filter);
		this.#changed.fire();
	}

	dispose(): void {
		this.#changed.dispose();
	}
}
