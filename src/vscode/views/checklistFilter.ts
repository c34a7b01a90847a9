import * as vscode from 'vscode';
import { isFiltering, noFilter, type ChecklistFilter } from '../../core/runbook/filter';
import { setContext } from '../context';

const memoryKey = 'checklistFilter';

/** The filter of this workspace's checklist; remembered for the next window. */
export class FilterChoice implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #memory: vscode.Memento;
	#filter: ChecklistFilter;

	constructor(memory: vscode.Memento) {
		this.#memory = memory;
		this.#filter = decode(memory.get<unknown>(memoryKey));
		this.#tell();
	}

	get filter(): ChecklistFilter {
		return this.#filter;
	}

	/** Takes effect at once; remembering is not waited for. */
	set(filter: ChecklistFilter): void {
		this.#filter = filter;
		void this.#memory.update(memoryKey, filter);
		this.#tell();
		this.#changed.fire();
	}

	dispose(): void {
		this.#changed.dispose();
	}

	#tell(): void {
		setContext('checklistFilter', isFiltering(this.#filter) ? 'on' : 'off');
	}
}

/** What an older or newer version remembered is taken as far as it makes sense. */
function decode(remembered: unknown): ChecklistFilter {
	if (typeof remembered !== 'object' || remembered === null) return noFilter;
	const { open, role, severity } = remembered as Readonly<Record<string, unknown>>;
	return {
		open: open === true,
		role: typeof role === 'string' ? role : undefined,
		severity: severity === true,
	};
}
