import type { IncidentEvent, UnknownEvent } from './events';
import { oneLine } from '../printable';
import { inOrder } from './order';
import type { IncidentState } from './model';
import { ruleOf } from './rules';

/** An event that can be taken back, with its words. */
export interface Undoable {
	readonly event: string;
	readonly text: string;
}

/** Whether taking an event back is possible at all, and it has not been taken back yet. */
export function undoableOf(
	event: IncidentEvent | UnknownEvent,
	{ undone }: Pick<IncidentState, 'undone'>,
): Undoable | undefined {
	if (event.type === 'unknown' || undone.has(event.id)) return undefined;
	const rule = ruleOf(event.type);
	return rule.undoable ? { event: event.id, text: oneLine(rule.describe(event.data)) } : undefined;
}

/** The last thing a person did that can be taken back. An undo is passed by: undoing it is a redo, asked for by itself. */
export function lastUndoable(
	events: Iterable<IncidentEvent | UnknownEvent>,
	state: Pick<IncidentState, 'undone'>,
	by: string,
): Undoable | undefined {
	const own = inOrder(events).filter((event) => event.by === by && event.type !== 'undone');
	for (const event of [...own].reverse()) {
		const found = undoableOf(event, state);
		if (found) return found;
	}
	return undefined;
}
