import type { Interval } from '../incident/interval';
import type { ActionKind, IncidentState, Instant, Milestone, Severity } from '../incident/model';

/** An interval with its formula; `length` in milliseconds, `undefined` when it is not available. */
export interface Measure {
	readonly length: number | undefined;
	readonly from: Milestone;
	readonly to: Milestone;
}

export interface RoleHolder {
	/** As the runbook writes it, such as `Incident Commander`. */
	readonly role: string;
	readonly person: string;
}

export interface TimelineRow {
	readonly at: Instant;
	readonly by: string;
	/** One line of plain text. */
	readonly text: string;
	/** Ids of the events it tells of. */
	readonly events: readonly string[];
}

export interface ActionItem {
	readonly text: string;
	readonly owner: string | undefined;
	/** A day, `2026-12-01`. */
	readonly due: string | undefined;
	readonly kind: ActionKind | undefined;
	readonly done: boolean;
	/** Ids of the events it tells of. */
	readonly events: readonly string[];
}

/** All a postmortem can be filled with. `undefined` means not known: its slot stays as the template has it. */
export interface Facts {
	readonly title: string | undefined;
	readonly id: string | undefined;
	/** The day the impact began, else the day it was noticed. */
	readonly date: Instant | undefined;
	/** When this document is written. */
	readonly writtenAt: Instant | undefined;
	/** 1 is the worst. */
	readonly severity: number | undefined;
	readonly status: IncidentState['status'] | undefined;
	readonly impactStartedAt: Instant | undefined;
	readonly detectedAt: Instant | undefined;
	readonly declaredAt: Instant | undefined;
	readonly acknowledgedAt: Instant | undefined;
	readonly mitigatedAt: Instant | undefined;
	readonly resolvedAt: Instant | undefined;
	readonly closedAt: Instant | undefined;
	readonly duration: Interval | undefined;
	readonly timeToDetect: Measure | undefined;
	readonly timeToAcknowledge: Measure | undefined;
	readonly timeToMitigate: Measure | undefined;
	readonly timeToResolve: Measure | undefined;
	readonly participants: readonly string[] | undefined;
	readonly incidentCommander: string | undefined;
	readonly roles: readonly RoleHolder[] | undefined;
	/** Oldest first. */
	readonly timeline: readonly TimelineRow[] | undefined;
	readonly actionItems: readonly ActionItem[] | undefined;
	/** One or two sentences from times and severity; never a cause. */
	readonly summary: string | undefined;
	readonly timeInSeverity: ReadonlyMap<Severity, number> | undefined;
	// One line of plain text each.
	readonly severityOverTime: readonly string[] | undefined;
	readonly rolesOverTime: readonly string[] | undefined;
	readonly measures: readonly string[] | undefined;
	readonly hypotheses: readonly string[] | undefined;
	readonly suspects: readonly string[] | undefined;
	readonly rollbacks: readonly string[] | undefined;
	readonly cadence: readonly string[] | undefined;
	readonly checklist: readonly string[] | undefined;
}

export type FactKey = keyof Facts;

/** Nothing known: a fill with it returns the template unchanged. */
export const noFacts: Facts = {
	title: undefined,
	id: undefined,
	date: undefined,
	writtenAt: undefined,
	severity: undefined,
	status: undefined,
	impactStartedAt: undefined,
	detectedAt: undefined,
	declaredAt: undefined,
	acknowledgedAt: undefined,
	mitigatedAt: undefined,
	resolvedAt: undefined,
	closedAt: undefined,
	duration: undefined,
	timeToDetect: undefined,
	timeToAcknowledge: undefined,
	timeToMitigate: undefined,
	timeToResolve: undefined,
	participants: undefined,
	incidentCommander: undefined,
	roles: undefined,
	timeline: undefined,
	actionItems: undefined,
	summary: undefined,
	timeInSeverity: undefined,
	severityOverTime: undefined,
	rolesOverTime: undefined,
	measures: undefined,
	hypotheses: undefined,
	suspects: undefined,
	rollbacks: undefined,
	cadence: undefined,
	checklist: undefined,
};
