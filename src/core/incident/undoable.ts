import { oneLine } from '../printable';
import type { IncidentEvent, UnknownEvent } from './events';
import type { IncidentState, Instant } from './model';
import { inOrder } from './order';
import { ruleOf } from './rules';

type Events = Iterable<IncidentEvent | UnknownEvent>;

/** An event that can be taken back; `text` is its line in the timeline. */
export interface Undoable {
	readonly of: string;
	readonly text: string;
	readonly at: Instant;
}

/** What a person wrote and can take back, newest first. Undoing twice goes further back, it does not go forth again. */
export function undoableBy(
	events: Events,
	{ undone }: Pick<IncidentState, 'undone'>,
	by: string,
): readonly Undoable[] {
	return inOrder(events)
		.flatMap((event) => {
			if (event.type === 'unknown' || event.type === 'undone') return [];
			const open = event.by === by && ruleOf(event.type).undoable && !undone.has(event.id);
			return open ? [toUndoable(event)] : [];
		})
		.reverse();
}

/** Whether one entry can be taken back, or, when it was, brought back; else why not. */
export type UndoTarget =
	| ({ readonly kind: 'undo' | 'bringBack' } & Undoable)
	| { readonly kind: 'fixed'; readonly text: string }
	| { readonly kind: 'unknown' };

export function undoTarget(
	events: Events,
	{ undone }: Pick<IncidentState, 'undone'>,
	entry: string,
): UndoTarget {
	const all = inOrder(events);
	const event = all.find(({ id }) => id === entry);
	if (!event || event.type === 'unknown') return { kind: 'unknown' };
	const target = toUndoable(event);
	if (!ruleOf(event.type).undoable) return { kind: 'fixed', text: target.text };
	if (!undone.has(entry)) return { kind: 'undo', ...target };
	const undo = all.findLast((one) => one.type === 'undone' && one.data.of === entry && !undone.has(one.id));
	return undo ? { kind: 'bringBack', ...target, of: undo.id } : { kind: 'unknown' };
}

function toUndoable(event: IncidentEvent): Undoable {
	return { of: event.id, text: oneLine(ruleOf(event.type).describe(event.data)), at: event.at };
}
