import type { Draft } from './draft';
import type { Fact } from './envelope';
import type { JsonObject } from './guards';
import type { Instant, Register, TimelineKind } from './model';

/** All there is to know about one type of event. */
export interface EventRule<D> {
	/** Whether data from a file can be relied on. */
	readonly isData: (data: JsonObject) => boolean;
	/**
	 * What it sets, as a key such as `item:check-pool` or `severity`: of two events about the same thing the later one
	 * holds. Absent for facts that stand beside each other.
	 */
	readonly register?: (data: D) => string;
	/**
	 * Its effect on the state. `rival` is who had set the same thing before without this writer having seen it.
	 * Absent when it only goes into the timeline.
	 */
	readonly apply?: (draft: Draft, event: Fact<D>, rival: Register | undefined) => void;
	readonly kind: TimelineKind;
	/** Its line in the timeline. */
	readonly describe: (data: D) => string;
	/** When it happened, where that may be another time than when it was written down. */
	readonly happenedAt?: (data: D) => Instant | undefined;
	/** What was sent, run or declared cannot be taken back by a click. */
	readonly undoable: boolean;
}

export type EventRules<E> = { readonly [T in keyof E]: EventRule<E[T]> };

/** Remembers that two people set the same thing to different values without having seen each other. */
export function noteConflict(
	draft: Draft,
	key: string,
	rival: Register,
	values: { readonly kept: string; readonly other: string },
): void {
	if (values.kept !== values.other) draft.conflicts.set(key, { ...values, by: rival.by, at: rival.at });
}
