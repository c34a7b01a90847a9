/** `SEV-1` is the worst. `unknown` until somebody has decided. */
export type Severity = `SEV-${number}` | 'unknown';

export const statuses = [
	'triage',
	'investigating',
	'mitigating',
	'monitoring',
	'resolved',
	'closed',
	'cancelled',
] as const;
export type Status = (typeof statuses)[number];

export const milestones = [
	'impactStartedAt',
	'detectedAt',
	'declaredAt',
	'acknowledgedAt',
	'mitigatedAt',
	'resolvedAt',
	'closedAt',
] as const;
export type Milestone = (typeof milestones)[number];

/** `drill`: an exercise, nothing leaves the machine. `backfilled`: written down after the fact. */
export const incidentKinds = ['real', 'drill', 'backfilled'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** Whom an update is for. Each has a clock of its own. */
export const audiences = ['internal', 'status page', 'customers', 'support', 'management'] as const;
export type Audience = (typeof audiences)[number];

/** What is true of one incident now: the fold over its events. */
export interface IncidentState {
	readonly id: string;
	readonly title: string;
	readonly kind: IncidentKind;
	readonly severity: Severity;
	readonly status: Status;
	readonly milestones: ReadonlyMap<Milestone, Instant>;
	/** Role name as the runbook writes it -> person. */
	readonly roles: ReadonlyMap<string, string>;
	/** Role name -> the person it is offered to, until accepted or given to somebody. */
	readonly offers: ReadonlyMap<string, RoleOffer>;
	/** When each role was last given on, by role name. */
	readonly handedOffAt: ReadonlyMap<string, Instant>;
	/** As revised last. */
	readonly runbook: RunbookReference | undefined;
	/** By item id; items never touched are absent. */
	readonly items: ReadonlyMap<string, ItemState>;
	/** Items people added during the incident, oldest first. */
	readonly addedItems: readonly AddedItem[];
	/** Items that a revision of the runbook took away, with what was done to them still in `items`. */
	readonly removedItems: readonly MintedItem[];
	/** Ids of items whose text a revision changed so much that a person should look. */
	readonly unsureItems: ReadonlySet<string>;
	/** By the id of the event that added it; retracted ones included. */
	readonly notes: ReadonlyMap<string, NoteState>;
	/** Ids of timeline entries that were pinned. */
	readonly pinned: ReadonlySet<string>;
	/** The last update each audience got. */
	readonly updates: ReadonlyMap<Audience, PostedUpdate>;
	/** By the id of the clock. */
	readonly snoozes: ReadonlyMap<string, Snooze>;
	readonly escalation: EscalationState;
	readonly runs: ReadonlyMap<string, RunState>;
	/** By the sha256 of the exact text. */
	readonly approvals: ReadonlyMap<string, Approval>;
	/** By commit id; cleared ones are gone. */
	readonly suspects: ReadonlyMap<string, Suspect>;
	/** Ids of commits that people recorded as deployed. */
	readonly deployed: ReadonlySet<string>;
	readonly rollbacks: readonly Rollback[];
	readonly decisions: readonly DecisionMade[];
	/** By the id of the event that added it. */
	readonly hypotheses: ReadonlyMap<string, Hypothesis>;
	readonly actionItems: ReadonlyMap<string, ActionItemState>;
	readonly links: readonly IncidentLink[];
	/** Messages to other systems, by their id, oldest first. */
	readonly outbox: ReadonlyMap<string, OutboxMessage>;
	/** What set each thing last, by register key; the next event about it names this one in `prev`. */
	readonly registers: ReadonlyMap<string, Register>;
	/** Things two people set without having seen each other, by register key, until one is set again. */
	readonly conflicts: ReadonlyMap<string, Conflict>;
	/** Ids of events that were taken back. */
	readonly undone: ReadonlySet<string>;
	/** Oldest first. Made when first asked for. */
	readonly timeline: readonly TimelineEntry[];
}

/** Who set something last, when, and with which event. */
export interface Register {
	readonly event: string;
	readonly by: string;
	readonly at: Instant;
}

/** `other` lost against `kept`; both in words. */
export interface Conflict {
	readonly kept: string;
	readonly other: string;
	/** Who wrote the one that lost, and when. */
	readonly by: string;
	readonly at: Instant;
}

/** The runbook with the ids its items got; they are minted in the declaration, once. */
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
	/** The id a reader of the revised document computes for it, when that is another than `id`. */
	readonly as?: string | undefined;
}

export interface AddedItem extends MintedItem {
	/** Milliseconds since 1970. */
	readonly dueAt: Instant | undefined;
	readonly at: Instant;
	readonly by: string;
}

export interface ItemState {
	readonly state: 'open' | 'started' | 'done' | 'skipped';
	readonly done: boolean;
	/** Why it was skipped. */
	readonly why: string | undefined;
	readonly at: Instant;
	readonly by: string;
}

export interface NoteState {
	readonly text: string;
	readonly happenedAt: Instant;
	readonly by: string;
	/** What it said before, oldest first. */
	readonly earlier: readonly string[];
	/** Why it was taken back; `undefined` while it stands. */
	readonly retracted: string | undefined;
}

export interface RoleOffer {
	/** Event id of the offer. */
	readonly id: string;
	readonly to: string;
	readonly by: string;
	readonly at: Instant;
}

export interface PostedUpdate {
	readonly text: string;
	readonly at: Instant;
	readonly by: string;
}

export interface Snooze {
	/** `undefined`: stopped for good. */
	readonly until: Instant | undefined;
	readonly by: string;
	readonly at: Instant;
}

export interface EscalationState {
	/** The highest level paged, counted from 1; 0 before any. */
	readonly level: number;
	/** When that was. */
	readonly at: Instant | undefined;
	readonly acknowledged: { readonly by: string; readonly at: Instant } | undefined;
}

/** An exit code, or why there is none. Without a code nothing is called a success. */
export type ScriptOutcome =
	| { readonly kind: 'exited'; readonly exitCode: number }
	| { readonly kind: NoExitCode; readonly reason: string };

/** Ctrl+C or Cancel; the terminal was closed; took too long; the window was reloaded; never ran; nobody knows. */
export const noExitCodes = [
	'cancelled',
	'closed',
	'timedOut',
	'interrupted',
	'notStarted',
	'unknown',
] as const;
export type NoExitCode = (typeof noExitCodes)[number];

export interface RunState {
	readonly title: string;
	readonly sha256: string;
	readonly effect: 'check' | 'change' | 'unknown' | undefined;
	/** The item it was run for. */
	readonly item: string | undefined;
	readonly startedAt: Instant;
	readonly by: string;
	/** Name of the process that started it, and so the one that will tell how it ended. */
	readonly writer: string;
	readonly outcome: ScriptOutcome | undefined;
	readonly finishedAt: Instant | undefined;
	readonly output: string | undefined;
}

export interface Approval {
	readonly approver: string;
	/** Where it was approved to run, from the repository's root; '' for the root. */
	readonly folder: string;
	readonly at: Instant;
}

export interface Suspect {
	readonly sha: string;
	readonly title: string;
	readonly why: string | undefined;
	readonly by: string;
	readonly at: Instant;
}

export interface Rollback {
	readonly sha: string;
	readonly title: string;
	readonly way: 'script' | 'revert branch' | 'elsewhere';
	/** What is to be run, the branch that was made, or who was asked. */
	readonly detail: string;
	readonly state: 'planned' | 'done' | 'failed';
	readonly at: Instant;
	readonly by: string;
}

export interface DecisionMade {
	readonly id: string;
	readonly decision: string;
	readonly choice: string;
	/** The criteria of the runbook that held. */
	readonly criteria: readonly string[];
	readonly decidedBy: string;
	/** Who the runbook says decides. */
	readonly owner: string | undefined;
	readonly at: Instant;
}

export interface Hypothesis {
	readonly text: string;
	readonly outcome: 'open' | 'confirmed' | 'ruled out';
	readonly why: string | undefined;
	readonly by: string;
	readonly at: Instant;
}

export const actionKinds = ['mitigate', 'prevent', 'detect', 'process'] as const;
export type ActionKind = (typeof actionKinds)[number];

export interface ActionItemState {
	readonly text: string;
	readonly owner: string | undefined;
	/** A day, `2026-12-01`. */
	readonly due: string | undefined;
	readonly kind: ActionKind | undefined;
	readonly done: boolean;
}

export interface IncidentLink {
	readonly relation: 'duplicate of' | 'part of' | 'related to';
	readonly incident: string;
}

/** What a message does at the other end. */
export const messagePurposes = [
	'announce',
	'update',
	'page',
	'acknowledge page',
	'resolve page',
	'open status page',
	'update status page',
	'resolve status page',
] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

/** A message as it was written, before anything of it left the machine. */
export interface QueuedMessage {
	/** Random, the message's own. */
	readonly message: string;
	/** The machine that sends it, and no other. */
	readonly device: string;
	/** Where to: the id of the target, its kind, and its name for people. */
	readonly target: string;
	readonly kind: string;
	readonly label: string;
	readonly purpose: MessagePurpose;
	readonly audience: Audience | undefined;
	readonly title: string;
	readonly text: string;
	/** For a status page: whether its readers get a mail. Absent: they do not. */
	readonly tellsSubscribers?: boolean | undefined;
	/** For a status page: what it and its components are set to, as the person saw it. */
	readonly pageStatus?: string | undefined;
	readonly componentStatus?: string | undefined;
}

export interface OutboxMessage extends QueuedMessage {
	readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
	readonly tries: number;
	/** A try was begun and no end of it was written down: it runs, or the machine stopped in the middle. */
	readonly trying: boolean;
	/** The answer to an earlier try got lost: it may have got through. */
	readonly mayHaveArrived: boolean;
	readonly queuedAt: Instant;
	readonly by: string;
	readonly sentAt?: Instant | undefined;
	readonly retryAt?: Instant | undefined;
	readonly reason?: string | undefined;
	readonly vendorId?: string | undefined;
}

export type TimelineKind =
	| 'milestone'
	| 'item'
	| 'note'
	| 'role'
	| 'script'
	| 'message'
	| 'escalation'
	| 'deploy'
	| 'decision'
	| 'hypothesis'
	| 'action'
	| 'runbook'
	| 'unknown';

/** One line of the timeline. `text` is plain, on one line; `kind` picks the icon and the postmortem column. */
export interface TimelineEntry {
	readonly eventId: string;
	/** When it happened; a note may tell of something earlier. */
	readonly at: Instant;
	/** When it was written down, if that was later; `undefined` when at once. */
	readonly writtenAt: Instant | undefined;
	readonly by: string;
	readonly kind: TimelineKind;
	readonly text: string;
	/** A note whose text was changed; an entry that was taken back or undone stays, and counts no more. */
	readonly mark: 'edited' | 'retracted' | 'undone' | undefined;
	readonly pinned: boolean;
}
