/** `SEV-1` is the worst. `unknown` until somebody has decided. */
export type Severity = `SEV-${number}` | 'unknown';

export type Status =
	'triage' | 'investigating' | 'mitigating' | 'monitoring' | 'resolved' | 'closed' | 'cancelled';

export type Milestone =
	| 'impactStartedAt'
	| 'detectedAt'
	| 'declaredAt'
	| 'acknowledgedAt'
	| 'mitigatedAt'
	| 'resolvedAt'
	| 'closedAt';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** What is true of one incident now: the fold over its events. */
export interface IncidentState {
	readonly id: string;
	readonly title: string;
	readonly severity: Severity;
	readonly status: Status;
	readonly milestones: ReadonlyMap<Milestone, Instant>;
	/** Role name as the runbook writes it -> person. */
	readonly roles: ReadonlyMap<string, string>;
	readonly runbook: RunbookReference | undefined;
	/** By item id; items never touched are absent. */
	readonly items: ReadonlyMap<string, ItemState>;
	/** Oldest first. */
	readonly timeline: readonly TimelineEntry[];
}

/** The runbook as it was when the incident was declared; item ids are minted here, once. */
export interface RunbookReference {
	/** Relative to the workspace folder, with `/`. */
	readonly path: string;
	readonly sha256: string;
	readonly items: readonly MintedItem[];
}

export interface MintedItem {
	readonly id: string;
	readonly text: string;
	/** Titles of the phase and the group that hold it. */
	readonly path: readonly string[];
}

export interface ItemState {
	readonly done: boolean;
	readonly at: Instant;
	readonly by: string;
}

/** One line of the timeline. `text` is plain, on one line; `kind` picks the icon and the postmortem column. */
export interface TimelineEntry {
	readonly eventId: string;
	readonly at: Instant;
	readonly by: string;
	readonly kind: 'milestone' | 'item' | 'note' | 'role' | 'script' | 'unknown';
	readonly text: string;
}
