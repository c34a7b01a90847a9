import type { Hlc } from './hlc';
import type { Instant, RunbookReference, Severity } from './model';

/** What each event says. Past participles; facts, never instructions. A new row here needs one in `fold.ts`. */
export interface EventData {
	readonly declared: {
		readonly title: string;
		readonly severity: Severity;
		readonly roles: readonly RoleAssignment[];
		readonly runbook: RunbookReference | undefined;
	};
	readonly severityChanged: { readonly severity: Severity };
	readonly roleAssigned: RoleAssignment;
	readonly itemDone: TouchedItem;
	readonly itemReopened: TouchedItem;
	readonly noteAdded: { readonly text: string; readonly happenedAt: Instant | undefined };
	readonly scriptStarted: ScriptRun;
	readonly scriptFinished: ScriptRun & { readonly outcome: ScriptOutcome };
	readonly resolved: { readonly summary: string | undefined };
}
export type EventType = keyof EventData;

/** An item by its id, with its text as the person saw it. */
export interface TouchedItem {
	readonly item: string;
	readonly text: string;
}

export interface RoleAssignment {
	readonly role: string;
	readonly person: string;
}

/** One run of a script. `run` ties start and end together; `sha256` is of the exact text that was executed. */
export interface ScriptRun {
	readonly run: string;
	readonly title: string;
	readonly sha256: string;
}

/** An exit code, or why there is none. Without a code nothing is called a success. */
export type ScriptOutcome =
	| { readonly kind: 'exited'; readonly exitCode: number }
	| { readonly kind: 'unknown'; readonly reason: string };

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
}

export type EventOf<T extends EventType> = Envelope & { readonly type: T; readonly data: EventData[T] };
export type IncidentEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event of a type this version does not know. It is kept in the file, shown as such, and changes no state. */
export interface UnknownEvent extends Envelope {
	readonly type: 'unknown';
	readonly originalType: string;
}
