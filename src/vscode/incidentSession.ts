import * as vscode from 'vscode';
import type { Incidents } from '../app/incidents';
import { isOpen } from '../core/incident/status';
import type { EventData, EventType, IncidentEvent, UnknownEvent } from '../core/incident/events';
import type { IncidentState } from '../core/incident/model';
import type { Disposable, Log } from '../core/ports';
import { UserError } from '../core/userError';
import { setContext } from './context';

export type OpenIncidents = (folder: vscode.Uri) => Promise<Incidents>;

/** One incident to record into, whatever the window turns to meanwhile. */
export interface BoundIncident {
	readonly id: string;
	readonly title: string;
	/** Whose name goes into what is recorded. */
	readonly by: string;
	readonly record: <T extends EventType>(type: T, data: EventData[T]) => Promise<void>;
}

const choiceKey = 'currentIncident';

/** The incidents of the runbook's folder, and the one this window works on. */
export class IncidentSession implements vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChange = this.#changed.event;
	readonly #open: OpenIncidents;
	readonly #memory: vscode.Memento;
	readonly #log: Log;
	#folder: string | undefined;
	#incidents: Incidents | undefined;
	#following: readonly Disposable[] = [];
	/** The open incident this window works on; remembered over a reload. */
	#chosen: string | undefined;
	/** The open one shown last: once it is over it stays in view, so that it can be finished. Forgotten with the window. */
	#last: string | undefined;
	/** One looked at on purpose, through Switch, though it is resolved; forgotten with the window. */
	#visited: string | undefined;

	constructor(open: OpenIncidents, memory: vscode.Memento, log: Log) {
		this.#open = open;
		this.#memory = memory;
		this.#log = log;
		const chosen = memory.get<unknown>(choiceKey);
		this.#chosen = typeof chosen === 'string' ? chosen : undefined;
	}

	/**
	 * Opens the record of a folder. Without trust, and where the folder is not on a disk, there is none: a hostile
	 * folder can point its git directory anywhere.
	 */
	async attach(folder: vscode.Uri | undefined): Promise<void> {
		const usable = vscode.workspace.isTrusted && folder?.scheme === 'file' ? folder : undefined;
		const key = usable?.toString();
		if (key === this.#folder) return;
		this.#detach();
		this.#folder = key;
		if (!usable) {
			this.#tell();
			return;
		}
		const incidents = await this.#open(usable);
		// Another folder may have been asked for meanwhile, or the window closed.
		if (this.#folder !== key) return;
		this.#incidents = incidents;
		// Followed before it is read, so that nothing written in between is missed.
		this.#following = [incidents.follow(), incidents.onDidChange(() => this.#tell())];
		await incidents.reload();
		this.#log.info(`Incidents of ${usable.fsPath}: ${incidents.all.length}, open: ${incidents.open.length}`);
	}

	/** The one chosen in this window while it is open, else the open one declared last, else the one that was. */
	get current(): IncidentState | undefined {
		const visited = this.#stateOf(this.#visited);
		if (visited) return visited;
		const chosen = this.#stateOf(this.#chosen);
		return chosen && isOpen(chosen) ? chosen : (this.#incidents?.open[0] ?? this.#stateOf(this.#last));
	}

	get open(): readonly IncidentState[] {
		return this.#incidents?.open ?? [];
	}

	get all(): readonly IncidentState[] {
		return this.#incidents?.all ?? [];
	}

	/** The person in front of this window, as the record names them; '' while there is no record. */
	get me(): string {
		return this.#incidents?.by ?? '';
	}

	/** Every event of an incident, unknown ones included. */
	events(incident: string): readonly (IncidentEvent | UnknownEvent)[] {
		return this.#incidents?.events(incident) ?? [];
	}

	/** Takes effect at once; remembering it for the next window is not waited for. */
	choose(incident: string): void {
		const state = this.#stateOf(incident);
		this.#visited = state && !isOpen(state) ? incident : undefined;
		if (!this.#visited) {
			this.#chosen = incident;
			void this.#memory.update(choiceKey, incident);
		}
		this.#tell();
	}

	async declare(data: EventData['declared']): Promise<string> {
		const incident = await this.#require().declare(data);
		this.choose(incident);
		return incident;
	}

	/** The current incident, to record into from now on even when another becomes current; `undefined` without one. */
	bindCurrent(): BoundIncident | undefined {
		const state = this.current;
		return state && this.bind(state.id);
	}

	/** The same for any incident of the folder. */
	bind(incident: string): BoundIncident | undefined {
		const incidents = this.#incidents;
		const state = this.#stateOf(incident);
		if (!incidents || !state) return undefined;
		const { id, title } = state;
		return { id, title, by: incidents.by, record: (type, data) => incidents.record(id, type, data) };
	}

	/** Records into an incident that is not the current one; false when it is not of this folder. */
	async recordInto<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<boolean> {
		if (!this.#incidents || !this.#stateOf(incident)) return false;
		await this.#incidents.record(incident, type, data);
		return true;
	}

	/** The same, or a sentence about why there is none. */
	requireCurrent(): BoundIncident & { readonly state: IncidentState } {
		this.#require();
		const [bound, state] = [this.bindCurrent(), this.current];
		if (bound && state) return { ...bound, state };
		throw new UserError('No incident is open. Declare one first with “Incident: Declare Incident…”.');
	}

	/** The same, or a sentence about it being over. `what` continues “is resolved, so”. */
	requireOpen(what: string): BoundIncident & { readonly state: IncidentState } {
		const incident = this.requireCurrent();
		const { title, status } = incident.state;
		if (isOpen(incident.state)) return incident;
		throw new UserError(
			`“${title}” is ${status}, so ${what}. Reopen it first with “Incident: Reopen Incident…”.`,
		);
	}

	dispose(): void {
		this.#folder = undefined;
		this.#detach();
		this.#changed.dispose();
	}

	#stateOf(incident: string | undefined): IncidentState | undefined {
		return incident === undefined ? undefined : this.#incidents?.get(incident);
	}

	#require(): Incidents {
		if (this.#incidents) return this.#incidents;
		throw new UserError('Incidents need an open folder on disk: open the folder that holds your runbook.');
	}

	#detach(): void {
		for (const subscription of this.#following) subscription.dispose();
		this.#following = [];
		this.#incidents = undefined;
	}

	#tell(): void {
		const state = this.current;
		if (state && isOpen(state)) this.#last = state.id;
		setContext('history', this.all.length === 0 ? 'none' : 'some');
		setContext('incident', state === undefined ? 'none' : isOpen(state) ? 'open' : 'resolved');
		this.#changed.fire();
	}
}
