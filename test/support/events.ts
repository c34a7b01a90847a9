import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { foldIncident } from '../../src/core/incident/fold';
import type { IncidentState } from '../../src/core/incident/model';
import { registerOf } from '../../src/core/incident/rules';

/** What a test may want to say about an event beside its data. */
export interface Said {
	readonly at?: number;
	readonly by?: string;
	/** Id of the event whose value the writer saw; '' for none. Absent: the writer had seen everything before. */
	readonly saw?: string;
}

/** Writes events one after the other, as a single writer who sees everything, unless a test says otherwise. */
export class Story {
	readonly events: IncidentEvent[] = [];

	/** Returns the id of the new event. */
	add<T extends EventType>(type: T, data: EventData[T], said: Said = {}): string {
		const count = this.events.length + 1;
		const key = registerOf(type, data);
		const seen = key === undefined ? undefined : (this.fold()?.registers.get(key)?.event ?? '');
		const prev = said.saw ?? seen;
		const id = `e${count}`;
		this.events.push({
			v: 1,
			id,
			incident: 'inc-story',
			writer: said.by ?? 'ana',
			seq: count,
			hlc: [count, 0],
			at: said.at ?? count * 60_000,
			by: said.by ?? 'ana',
			...(prev === undefined ? {} : { prev }),
			type,
			data,
		} as IncidentEvent);
		return id;
	}

	fold(): IncidentState | undefined {
		return foldIncident(this.events);
	}

	get state(): IncidentState {
		const state = this.fold();
		if (!state) throw new Error('the story has no declaration yet');
		return state;
	}
}

/** A story that begins with a declaration at minute 1. */
export function declaredStory(change: Partial<EventData['declared']> = {}): Story {
	const story = new Story();
	story.add('declared', { title: 'Down', severity: 'SEV-2', roles: [], runbook: undefined, ...change });
	return story;
}
