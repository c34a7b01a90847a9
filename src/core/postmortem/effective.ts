import type { IncidentEvent, UnknownEvent } from '../incident/events';
import type { IncidentState } from '../incident/model';
import { inOrder } from '../incident/order';

/** The events that count, in their order: known ones that were not taken back. */
export function effectiveEvents(
	events: Iterable<IncidentEvent | UnknownEvent>,
	{ undone }: Pick<IncidentState, 'undone'>,
): readonly IncidentEvent[] {
	return inOrder(events).filter(
		(event): event is IncidentEvent => event.type !== 'unknown' && !undone.has(event.id),
	);
}
