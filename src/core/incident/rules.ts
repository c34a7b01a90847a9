import type { EventData, EventType } from './events';
import { byHandRules } from './events/byHand';
import { checklistRules } from './events/checklist';
import { clockRules } from './events/clocks';
import { deployRules } from './events/deploys';
import { lifecycleRules } from './events/lifecycle';
import { messageRules } from './events/messages';
import { noteRules } from './events/notes';
import { peopleRules } from './events/people';
import { repeatRules } from './events/repeats';
import { scriptRules } from './events/scripts';
import { thinkingRules } from './events/thinking';
import type { EventRule, EventRules } from './rule';

/** Every event there is, one row each. */
export const eventRules: EventRules<EventData> = {
	...lifecycleRules,
	...peopleRules,
	...checklistRules,
	...noteRules,
	...clockRules,
	...messageRules,
	...scriptRules,
	...repeatRules,
	...byHandRules,
	...deployRules,
	...thinkingRules,
};

export const eventTypes = Object.keys(eventRules) as readonly EventType[];

export function isEventType(type: string): type is EventType {
	return Object.hasOwn(eventRules, type);
}

/**
 * The rule of an event whose type is only known as one of all: it takes the data of that very event. TypeScript cannot
 * tie the row to the data, so the pair must come from one event.
 */
export function ruleOf(type: EventType): EventRule<EventData[EventType]> {
	return eventRules[type] as unknown as EventRule<EventData[EventType]>;
}

/** What an event would set, as a register key; `undefined` for a fact that stands by itself. */
export function registerOf<T extends EventType>(type: T, data: EventData[T]): string | undefined {
	return eventRules[type].register?.(data);
}
