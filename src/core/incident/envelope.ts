import type { Hlc } from './hlc';
import type { Instant } from './model';

/** What every event carries. `at` is wall time, for display; `hlc`, `writer` and `seq` give the order. */
export interface Envelope {
	readonly v: 1;
	/** Random, 32 hexadecimal digits; the same event read twice counts once. */
	readonly id: string;
	readonly incident: string;
	readonly writer: string;
	/** Counts the writer's own events in this incident, from 1. */
	readonly seq: number;
	readonly hlc: Hlc;
	readonly at: Instant;
	readonly by: string;
	/**
	 * The event that had set the same thing (an item, a role, the severity) when this one was written, '' for none. Two
	 * writers who had not seen each other are found by it. Absent in older records, and where nothing is set.
	 */
	readonly prev?: string | undefined;
}

/** One event of a known type, as its rule sees it. */
export type Fact<D> = Envelope & { readonly data: D };
