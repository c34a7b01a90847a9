import * as vscode from 'vscode';
import type { Incidents } from '../app/incidents';
import type { EventData, EventType } from '../core/incident/events';
import type { IncidentState } from '../core/incident/model';
import type { Disposable, Log } from '../core/ports';
import { UserError } from '../core/userError';
import { setContext } from './context';

export type OpenIncidents = (folder: vscode.Uri) => Promise<Incidents>;

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
	#chosen: string | undefined;

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
		if (usable?.toString() === this.#folder) return;
		this.#detach();
		this.#folder = usable?.toString();
		if (!usable) {
			this.#tell();
			return;
		}
		const incidents = await this.#open(usable);
		if (this.#folder !== usable.toString()) return;
		this.#incidents = incidents;
		await incidents.reload();
		this.#following = [incidents.follow(), incidents.onDidChange(() => this.#tell())];
		this.#log.info(`Incidents of ${usable.fsPath}: ${incidents.all.length}, open: ${incidents.open.length}`);
		this.#tell();
	}

	/** The one chosen in this window, else the open one declared last. */
	get current(): IncidentState | undefined {
		const chosen = this.#chosen === undefined ? undefined : this.#incidents?.get(this.#chosen);
		return chosen ?? this.#incidents?.open[0];
	}

	get open(): readonly IncidentState[] {
		return this.#incidents?.open ?? [];
	}

	get all(): readonly IncidentState[] {
		return this.#incidents?.all ?? [];
	}

	/** Takes effect at once; remembering it for the next window is not waited for. */
	choose(incident: string): void {
		this.#chosen = incident;
		void this.#memory.update(choiceKey, incident);
		this.#tell();
	}

	async declare(data: EventData['declared']): Promise<string> {
		const incident = await this.#require().declare(data);
		this.choose(incident);
		return incident;
	}

	/** Adds an event to the given incident; a person's action belongs to the incident it was begun in. */
	async record<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<void> {
		await this.#require().record(incident, type, data);
	}

	/** The incident to act on, or a sentence about why there is none. */
	requireCurrent(): IncidentState {
		this.#require();
		const state = this.current;
		if (!state)
			throw new UserError('No incident is open. Declare one first with “Incident: Declare Incident…”.');
		return state;
	}

	dispose(): void {
		this.#detach();
		this.#changed.dispose();
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
		setContext(
			'incident',
			state === undefined ? 'none' : state.milestones.has('resolvedAt') ? 'resolved' : 'open',
		);
		this.#changed.fire();
	}
}
