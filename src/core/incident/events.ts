import type { Envelope } from './envelope';
import type { ByHandEvents } from './events/byHand';
import type { ChecklistEvents } from './events/checklist';
import type { ClockEvents } from './events/clocks';
import type { DeployEvents } from './events/deploys';
import type { LifecycleEvents } from './events/lifecycle';
import type { MessageEvents } from './events/messages';
import type { NoteEvents } from './events/notes';
import type { PeopleEvents } from './events/people';
import type { RepeatEvents } from './events/repeats';
import type { ScriptEvents } from './events/scripts';
import type { ThinkingEvents } from './events/thinking';

/** What each event says. Past participles; facts, never instructions. A new row needs a rule in its area's file. */
export interface EventData
	extends
		LifecycleEvents,
		PeopleEvents,
		ChecklistEvents,
		NoteEvents,
		ClockEvents,
		MessageEvents,
		ScriptEvents,
		RepeatEvents,
		ByHandEvents,
		DeployEvents,
		ThinkingEvents {}
export type EventType = keyof EventData;

export type EventOf<T extends EventType> = Envelope & { readonly type: T; readonly data: EventData[T] };
export type IncidentEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event of a type this version does not know. It is kept in the file, shown as such, and changes no state. */
export interface UnknownEvent extends Envelope {
	readonly type: 'unknown';
	readonly originalType: string;
	/** As read, unchecked. */
	readonly data: unknown;
}
