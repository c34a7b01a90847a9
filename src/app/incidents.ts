import type { EventData, EventType, IncidentEvent, UnknownEvent } from '../core/incident/events';
import { isIncidentId, mintIncidentId } from '../core/incident/incidentId';
import { encodeLine } from '../core/incident/line';
import type { IncidentState } from '../core/incident/model';
import { registerOf } from '../core/incident/rules';
import { isOpen } from '../core/incident/status';
import type { Clock, Disposable, Ids, Log, RecordStore } from '../core/ports';
import { UserError } from '../core/userError';
import { IncidentRecord } from './incidentRecord';

export interface IncidentsPorts {
	readonly store: RecordStore;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly log: Log;
}

/** Who writes: the person's name for display, and the name of this process alone in the order of events. */
export interface Writer {
	readonly by: string;
	readonly writer: string;
}

/** The incidents of one workspace: reads the record, adds to it, and tells when it has changed. */
export class Incidents {
	readonly #ports: IncidentsPorts;
	readonly #writer: Writer;
	readonly #listeners = new Set<() => void>();
	/** The incidents with news not yet read; `undefined` for any of them. */
	readonly #news = new Set<string | undefined>();
	/** Ids of events on their way to the disk. They may be read there already, and do not count before they are durable. */
	readonly #unsaved = new Set<string>();
	readonly #saving = new Set<Promise<void>>();
	#records: ReadonlyMap<string, IncidentRecord> = new Map();
	/** Reads and stamps take turns, so that each event is stamped after all that was seen before it. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(ports: IncidentsPorts, writer: Writer) {
		this.#ports = ports;
		this.#writer = writer;
	}

	/** Whose name goes into what is recorded here. */
	get by(): string {
		return this.#writer.by;
	}

	/** Newest declaration first. */
	get all(): readonly IncidentState[] {
		const states = [...this.#records.values()].flatMap(({ state }) => state ?? []);
		return states.sort((left, right) => declaredAt(right) - declaredAt(left));
	}

	get open(): readonly IncidentState[] {
		return this.all.filter(isOpen);
	}

	get(incident: string): IncidentState | undefined {
		return this.#records.get(incident)?.state;
	}

	/** Every event of an incident as read, unknown ones included. */
	events(incident: string): readonly (IncidentEvent | UnknownEvent)[] {
		return this.#records.get(incident)?.events ?? [];
	}

	/**
	 * Reads the whole record anew. Damaged lines are skipped and told to the log, never thrown. What this process has
	 * saved stays, also when it came meanwhile.
	 */
	reload(): Promise<void> {
		return this.#inTurn(async () => {
			const before = this.#records;
			const ids = (await this.#ports.store.incidents()).filter(isIncidentId);
			const fresh = new Map(ids.map((id) => [id, this.#newRecord(id, before.get(id))]));
			await Promise.all([...fresh].map(([id, record]) => this.#read(id, record)));
			for (const [id, known] of this.#records) {
				if (fresh.has(id)) fresh.get(id)?.keepOwn(known);
				else if (!before.has(id)) fresh.set(id, known);
			}
			this.#records = fresh;
			this.#changed();
		});
	}

	/** Resolves with the new incident's id once its declaration is durable. */
	async declare(data: EventData['declared']): Promise<string> {
		const { incident, saved } = await this.#inTurn(async () => {
			const taken = new Set([...(await this.#ports.store.incidents()), ...this.#records.keys()]);
			const incident = mintIncidentId(data.title, this.#ports.clock.now(), taken);
			return { incident, saved: this.#append(incident, 'declared', data) };
		});
		await saved;
		return incident;
	}

	/** Adds one event. Resolves once it is durable; rejects with a `UserError` when it is not recorded. */
	async record<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<void> {
		const { saved } = await this.#inTurn(async () => {
			if (this.#records.get(incident)?.isEmpty ?? true)
				throw new UserError(`There is no incident “${incident}” in this folder.`);
			// Whatever replaces something names what it replaces, which is not known while that is on its way.
			if (registerOf(type, data) !== undefined) await Promise.allSettled(this.#saving);
			return { saved: this.#append(incident, type, data) };
		});
		await saved;
	}

	onDidChange(listener: () => void): Disposable {
		this.#listeners.add(listener);
		return { dispose: () => this.#listeners.delete(listener) };
	}

	/** Follows what other windows and the command line write. */
	follow(): Disposable {
		return this.#ports.store.watch((incident) => {
			const isComing = this.#news.size > 0;
			this.#news.add(incident);
			if (!isComing) void this.#inTurn(() => this.#readNews());
		});
	}

	/** Stamps at once and waits for the disk without keeping the turn, so that a burst shares one wait. */
	#append<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<void> {
		const saving = this.#save(this.#stamp(incident, { type, data, ...this.#seen(incident, type, data) }));
		const done = saving.finally(() => this.#saving.delete(done));
		this.#saving.add(done);
		return done;
	}

	async #save(event: IncidentEvent): Promise<void> {
		this.#unsaved.add(event.id);
		try {
			await this.#ports.store.append(event.incident, encodeLine(event));
		} finally {
			this.#unsaved.delete(event.id);
		}
		this.#recordOf(event.incident).add(event);
		this.#changed();
	}

	#stamp(incident: string, fact: Pick<IncidentEvent, 'type' | 'data' | 'prev'>): IncidentEvent {
		const { clock, ids } = this.#ports;
		const at = clock.now();
		const stamp = this.#recordOf(incident).nextStamp(at);
		const envelope = { v: 1, id: ids.next(), incident, writer: this.#writer.writer, ...stamp } as const;
		// `type` and `data` come as a pair from `record`; the union cannot see that they belong together.
		return { ...envelope, at, by: this.#writer.by, ...fact } as IncidentEvent;
	}

	/** What the event replaces, as far as this writer knows: so that others can tell that it had not seen theirs. */
	#seen<T extends EventType>(incident: string, type: T, data: EventData[T]): { readonly prev?: string } {
		const key = registerOf(type, data);
		if (key === undefined) return {};
		return { prev: this.get(incident)?.registers.get(key)?.event ?? '' };
	}

	#recordOf(incident: string): IncidentRecord {
		const known = this.#records.get(incident);
		if (known) return known;
		const record = this.#newRecord(incident);
		this.#records = new Map(this.#records).set(incident, record);
		return record;
	}

	#newRecord(incident: string, before?: IncidentRecord): IncidentRecord {
		return new IncidentRecord(incident, this.#writer.writer, before);
	}

	/** Reads what came to the incidents that were told of; a change is told on only when there was something new. */
	async #readNews(): Promise<void> {
		const news = [...this.#news];
		this.#news.clear();
		const told = news.includes(undefined) ? await this.#ports.store.incidents() : news;
		const ids = told.filter((id) => id !== undefined).filter(isIncidentId);
		const events = await Promise.all(ids.map((id) => this.#read(id, this.#recordOf(id))));
		if (events.some((count) => count > 0)) this.#changed();
	}

	/** Returns how many events were new. Damage is told once, when there is more of it than before. */
	async #read(incident: string, record: IncidentRecord): Promise<number> {
		const told = this.#records.get(incident)?.damaged ?? 0;
		const fresh = record.take(await this.#ports.store.read(incident, record.mark), this.#unsaved);
		if (record.damaged > told) {
			this.#ports.log.warn(`${incident}: ${record.damaged} damaged line(s) in the record were skipped.`);
		}
		return fresh;
	}

	#inTurn<R>(work: () => R | Promise<R>): Promise<R> {
		const result = this.#turn.then(work);
		// The next in turn must run whatever became of this one; this one's caller sees the failure.
		this.#turn = result.catch(() => undefined);
		return result;
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}
}

function declaredAt(state: IncidentState): number {
	return state.milestones.get('declaredAt') ?? 0;
}
