import { oneLine } from '../printable';
import type { EventData, EventType, IncidentEvent, UnknownEvent } from './events';
import type { IncidentState } from './model';
import { inOrder } from './order';
import { registerOf, ruleOf } from './rules';

/** One of the values that were set without their writers having seen each other. */
export interface Settlement {
	readonly type: EventType;
	readonly data: EventData[EventType];
	/** As the timeline says it. */
	readonly text: string;
	readonly by: string;
}

/**
 * The values to choose from, newest first, each once: every event about that thing since what the last one had seen.
 * Recording one of them again settles the conflict, because it is written in sight of all.
 */
export function settlementsOf(
	events: Iterable<IncidentEvent | UnknownEvent>,
	state: Pick<IncidentState, 'undone' | 'milestones'>,
	key: string,
): readonly Settlement[] {
	const about = inOrder(events).filter(
		(event): event is IncidentEvent =>
			event.type !== 'unknown' && !state.undone.has(event.id) && registerOf(event.type, event.data) === key,
	);
	const seen = about.findIndex(({ id }) => id === about.at(-1)?.prev);
	const byText = new Map<string, Settlement>();
	for (const event of about.slice(seen + 1).reverse()) {
		const text = oneLine(ruleOf(event.type).describe(event.data));
		if (!byText.has(text)) byText.set(text, { ...toFact(event, state), text, by: event.by });
	}
	return [...byText.values()];
}

/** A milestone says what it replaces, and that is another value now. */
function toFact(
	event: IncidentEvent,
	{ milestones }: Pick<IncidentState, 'milestones'>,
): Pick<Settlement, 'type' | 'data'> {
	if (event.type !== 'milestoneSet') return event;
	return { type: event.type, data: { ...event.data, before: milestones.get(event.data.milestone) } };
}

/** `Severity`, `Role: IC`, `Item: Check the pool`. */
export function conflictTitle(key: string, items: ReadonlyMap<string, string>): string {
	const [kind = '', ...rest] = key.split(':');
	const name = rest.join(':');
	const shown = items.get(name) ?? name;
	return oneLine(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}${shown === '' ? '' : `: ${shown}`}`);
}
