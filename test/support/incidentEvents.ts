import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';

/** Who wrote an event, when, and what its writer had seen set before; ids are numbers in the order of writing. */
export interface Written {
	readonly by?: string;
	readonly at?: number;
	readonly prev?: string;
}

/** Makes the events of one incident, each a minute after the one before. */
export class EventWriter {
	#count = 0;

	write<T extends EventType>(type: T, data: EventData[T], written: Written = {}): IncidentEvent {
		const seq = ++this.#count;
		const at = written.at ?? seq * 60_000;
		const { by = 'ana', prev } = written;
		const envelope = {
			v: 1,
			id: `event-${seq}`,
			incident: 'inc-1',
			writer: `w-${by}`,
			seq,
			hlc: [seq, 0],
			at,
			by,
		};
		return { ...envelope, ...(prev === undefined ? {} : { prev }), type, data } as unknown as IncidentEvent;
	}

	/** A declaration with nothing but a title, unless said otherwise. */
	declare(data: Partial<EventData['declared']> = {}): IncidentEvent {
		return this.write('declared', {
			title: 'Down',
			severity: 'SEV-2',
			roles: [],
			runbook: undefined,
			...data,
		});
	}
}
