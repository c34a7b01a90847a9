import type { EventData, EventType, IncidentEvent, UnknownEvent } from '../core/incident/events';
import { foldIncident } from '../core/incident/fold';
import { hlcZero, laterHlc, nextHlc } from '../core/incident/hlc';
import { isIncidentId, mintIncidentId } from '../core/incident/incidentId';
import { decodeLine, encodeLine } from '../core/incident/line';
import type { IncidentState } from '../core/incident/model';
import { registerOf } from '../core/incident/rules';
import { isOpen } from '../core/incident/status';
import type { Clock, Disposable, Ids, Log, RecordStore } from '../core/ports';
import { UserError } from '../core/userError';

export interface IncidentsPorts {
	readonly store: RecordStore;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly log: Log;
}

/** Who writes: the person's name for display, and the name of this process's own file in the record. */
export interface Writer {
	readonly by: string;
	readonly writer: string;
}

interface Loaded {
	readonly events: Map<string, IncidentEvent | UnknownEvent>;
	readonly state: IncidentState | undefined;
	readonly damaged: number;
}

/** The incidents of one workspace: reads the record, adds to it, and tells when it has changed. */
export class Incidents {
	readonly #ports: IncidentsPorts;
	readonly #writer: Writer;
	readonly #listeners = new Set<() => void>();
	#loaded: ReadonlyMap<string, Loaded> = new Map();
	/** Reads and writes take turns, so that each event is stamped after all that was seen before it. */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(ports: IncidentsPorts, writer: Writer) {
		this.#ports = ports;
		this.#writer = writer;
	}

	/** The person's name, as it stands in what they write. */
	get by(): string {
		return this.#writer.by;
	}

	/** Newest declaration first. */
	get all(): readonly IncidentState[] {
		const states = [...this.#loaded.values()].flatMap(({ state }) => state ?? []);
		return states.sort((left, right) => declaredAt(right) - declaredAt(left));
	}

	get open(): readonly IncidentState[] {
		return this.all.filter(isOpen);
	}

	get(incident: string): IncidentState | undefined {
		return this.#loaded.get(incident)?.state;
	}

	/** Every event of an incident as read, unknown ones included. */
	events(incident: string): readonly (IncidentEvent | UnknownEvent)[] {
		return [...(this.#loaded.get(incident)?.events.values() ?? [])];
	}

	/** Reads the whole record anew. Damaged lines are skipped and told to the log, never thrown. */
	reload(): Promise<void> {
		return this.#inTurn(async () => {
			const ids = (await this.#ports.store.incidents()).filter(isIncidentId);
			const loaded = await Promise.all(ids.map(async (id) => [id, await this.#load(id)] as const));
			this.#loaded = new Map(loaded);
			this.#changed();
		});
	}

	/** Resolves with the new incident's id once its declaration is durable. */
	declare(data: EventData['declared']): Promise<string> {
		return this.#inTurn(async () => {
			const taken = new Set(await this.#ports.store.incidents());
			const incident = mintIncidentId(data.title, this.#ports.clock.now(), taken);
			await this.#append(incident, 'declared', data);
			return incident;
		});
	}

	/** Adds one event. Resolves once it is durable; rejects with a `UserError` when it is not recorded. */
	record<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<void> {
		return this.#inTurn(() => {
			if (!this.#loaded.has(incident))
				throw new UserError(`There is no incident “${incident}” in this folder.`);
			return this.#append(incident, type, data);
		});
	}

	onDidChange(listener: () => void): Disposable {
		this.#listeners.add(listener);
		return { dispose: () => this.#listeners.delete(listener) };
	}

	/** Follows what other windows and the command line write. */
	follow(): Disposable {
		return this.#ports.store.watch(() => void this.reload());
	}

	async #append<T extends EventType>(incident: string, type: T, data: EventData[T]): Promise<void> {
		const before = this.#loaded.get(incident)?.events ?? new Map<string, IncidentEvent | UnknownEvent>();
		const event = this.#stamp(incident, before, { type, data, ...this.#seen(incident, type, data) });
		await this.#ports.store.append(incident, encodeLine(event));
		const events = new Map(before).set(event.id, event);
		const damaged = this.#loaded.get(incident)?.damaged ?? 0;
		this.#loaded = new Map(this.#loaded).set(incident, {
			events,
			state: foldIncident(events.values()),
			damaged,
		});
		this.#changed();
	}

	#stamp(
		incident: string,
		seen: ReadonlyMap<string, IncidentEvent | UnknownEvent>,
		fact: Pick<IncidentEvent, 'type' | 'data' | 'prev'>,
	): IncidentEvent {
		const { clock, ids } = this.#ports;
		const now = clock.now();
		let latest = hlcZero;
		let seq = 0;
		for (const event of seen.values()) {
			latest = laterHlc(latest, event.hlc);
			if (event.writer === this.#writer.writer) seq = Math.max(seq, event.seq);
		}
		const envelope = { v: 1, id: ids.next(), incident, ...this.#writer, seq: seq + 1 } as const;
		// `type` and `data` come as a pair from `record`; the union cannot see that they belong together.
		return { ...envelope, hlc: nextHlc(latest, now), at: now, ...fact } as IncidentEvent;
	}

	/** What the event replaces, as far as this writer knows: so that others can tell that it had not seen theirs. */
	#seen<T extends EventType>(incident: string, type: T, data: EventData[T]): { readonly prev?: string } {
		const key = registerOf(type, data);
		if (key === undefined) return {};
		return { prev: this.get(incident)?.registers.get(key)?.event ?? '' };
	}

	async #load(incident: string): Promise<Loaded> {
		const lines = (await this.#ports.store.read(incident)).map(decodeLine);
		const damaged = lines.filter((line) => line.kind === 'damaged').length;
		if (damaged > (this.#loaded.get(incident)?.damaged ?? 0)) {
			this.#ports.log.warn(`${incident}: ${damaged} damaged line(s) in the record were skipped.`);
		}
		const events = new Map(
			lines.flatMap((line) =>
				line.kind === 'event' && line.event.incident === incident
					? [[line.event.id, line.event] as const]
					: [],
			),
		);
		return { events, state: foldIncident(events.values()), damaged };
	}

	#inTurn<R>(work: () => Promise<R>): Promise<R> {
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
