import { startDraft, type Draft } from './draft';
import type { Fact } from './envelope';
import type { IncidentEvent, UnknownEvent } from './events';
import type { IncidentState, Register } from './model';
import { inOrder } from './order';
import { ruleOf } from './rules';
import { timelineOf } from './timeline';

/**
 * The state of one incident: a pure function of the set of its events, whatever their order and however often each
 * one comes. `undefined` until its declaration is among them.
 */
export function foldIncident(events: Iterable<IncidentEvent | UnknownEvent>): IncidentState | undefined {
	const ordered = inOrder(events);
	const declared = ordered.find((event) => event.type === 'declared');
	if (!declared) return undefined;
	const draft = startDraft(declared);
	const undone = findUndone(ordered);
	for (const event of ordered) {
		if (event.type !== 'unknown' && !undone.has(event.id)) apply(draft, event, undone);
	}
	return withTimeline({ ...draft, undone }, ordered);
}

/** An event counts unless a later one that counts itself takes it back; so an undo can be undone. */
function findUndone(ordered: readonly (IncidentEvent | UnknownEvent)[]): ReadonlySet<string> {
	const undone = new Set<string>();
	const position = new Map<string, number>();
	if (!ordered.some((event) => event.type === 'undone')) return undone;
	ordered.forEach(({ id }, index) => position.set(id, index));
	for (let index = ordered.length - 1; index >= 0; index--) {
		const event = ordered[index];
		if (event?.type !== 'undone' || undone.has(event.id)) continue;
		const target = position.get(event.data.of) ?? index;
		const taken = ordered[target];
		if (target < index && taken && taken.type !== 'unknown' && ruleOf(taken.type).undoable)
			undone.add(taken.id);
	}
	return undone;
}

function apply(draft: Draft, event: IncidentEvent, undone: ReadonlySet<string>): void {
	const rule = ruleOf(event.type);
	const key = rule.register?.(event.data);
	if (key === undefined) {
		rule.apply?.(draft, event, undefined);
		return;
	}
	const holder = draft.registers.get(key);
	const rival = holder && hadNotSeen(event, holder, undone) ? holder : undefined;
	if (draft.conflicts.size > 0) draft.conflicts.delete(key);
	rule.apply?.(draft, event, rival);
	draft.registers.set(key, { event: event.id, by: event.by, at: event.at });
}

/** Whether an event was written without its writer having seen what held then. Older records do not say. */
function hadNotSeen({ prev }: Fact<unknown>, holder: Register, undone: ReadonlySet<string>): boolean {
	return prev !== undefined && prev !== holder.event && !undone.has(prev);
}

/** The timeline costs more than the state, and most folds are not looked at: it is made when first asked for. */
function withTimeline(
	state: Omit<IncidentState, 'timeline'>,
	ordered: readonly (IncidentEvent | UnknownEvent)[],
): IncidentState {
	let made: IncidentState['timeline'] | undefined;
	return {
		...state,
		get timeline() {
			return (made ??= timelineOf(ordered, state));
		},
	};
}
