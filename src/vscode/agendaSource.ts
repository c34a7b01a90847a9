import * as vscode from 'vscode';
import type { IncidentAgenda } from '../app/reminders';
import type { IncidentState } from '../core/incident/model';
import { isOpen } from '../core/incident/status';
import type { Clock } from '../core/ports';
import type { Runbook } from '../core/runbook/model';
import { planOf, withDoubts } from '../core/schedule/agenda';
import type { DueItem } from '../core/schedule/dueItem';
import type { IncidentSession } from './incidentSession';
import type { RunbookSource } from './runbookSource';
import { Ticker } from './ticker';
import type { ChecklistDocuments } from './views/checklistDocuments';

export interface AgendaParts {
	readonly session: IncidentSession;
	readonly source: RunbookSource;
	readonly documents: ChecklistDocuments;
	readonly clock: Clock;
}

/** Made anew only when the record or the runbook has changed, not every second. */
interface Plan {
	readonly state: IncidentState;
	readonly runbook: Runbook | undefined;
	readonly items: readonly DueItem[];
}

/** What is due in the incidents of this window, told every second while there is anything to tell. */
export class AgendaSource implements vscode.Disposable {
	readonly #ticked = new vscode.EventEmitter<void>();
	/** The time has gone on, or something has changed. */
	readonly onDidTick = this.#ticked.event;
	readonly #parts: AgendaParts;
	readonly #ticker = new Ticker(() => this.#ticked.fire());
	readonly #subscriptions: vscode.Disposable;
	/** Runbooks as read last, by path: one that is gone for a moment, as in a rollback, stops no clock. */
	readonly #runbooks = new Map<string, Runbook>();
	readonly #asked = new Set<string>();
	#plans: ReadonlyMap<string, Plan> = new Map();

	constructor(parts: AgendaParts) {
		this.#parts = parts;
		const update = (): void => this.#update();
		const { session, source, documents } = parts;
		this.#subscriptions = vscode.Disposable.from(
			session.onDidChange(update),
			source.onDidChange(update),
			documents.onDidChange(update),
		);
	}

	/** What is due in an incident, soonest first. */
	of(state: IncidentState): readonly DueItem[] {
		return withDoubts(this.#planOf(state).items, this.#parts.clock.now());
	}

	/** Every incident with its clocks. */
	get all(): readonly IncidentAgenda[] {
		return [...this.#plans.values()].map(({ state, items }) => ({
			incident: state.id,
			declaredAt: state.milestones.get('declaredAt') ?? 0,
			items,
		}));
	}

	runbookOf({ runbook }: IncidentState): Runbook | undefined {
		const { loaded } = this.#parts.source;
		return runbook ? this.#runbooks.get(runbook.path) : loaded?.runbook;
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscriptions.dispose();
		this.#ticked.dispose();
	}

	#update(): void {
		const { session } = this.#parts;
		this.#readRunbooks();
		const plans = session.all.map((state) => [state.id, this.#planOf(state)] as const);
		this.#plans = new Map(plans);
		this.#ticker.run(session.all.some(isOpen) || plans.some(([, { items }]) => items.length > 0));
		this.#ticked.fire();
	}

	#planOf(state: IncidentState): Plan {
		const runbook = this.runbookOf(state);
		const before = this.#plans.get(state.id);
		if (before?.state === state && before.runbook === runbook) return before;
		return { state, runbook, items: planOf(state, runbook) };
	}

	/** The runbook on show, and those of incidents that go by another one. */
	#readRunbooks(): void {
		const { source, documents, session } = this.#parts;
		for (const [path, document] of documents.documents)
			if (document.kind === 'loaded') this.#runbooks.set(path, document.runbook);
		if (source.loaded) this.#runbooks.set(source.loaded.path, source.loaded.runbook);
		if (source.state.kind === 'loading') return;
		for (const { runbook } of session.all) if (runbook) void this.#read(runbook.path);
	}

	async #read(path: string): Promise<void> {
		if (this.#runbooks.has(path) || this.#asked.has(path)) return;
		this.#asked.add(path);
		if ((await this.#parts.documents.load(path))?.kind === 'loaded') this.#update();
	}
}
