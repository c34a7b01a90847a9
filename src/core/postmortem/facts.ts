import type { Interval } from '../incident/interval';
import type { IncidentState, Instant } from '../incident/model';

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
}

export interface ActionItem {
	readonly text: string;
	readonly owner: string | undefined;
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
	readonly timeToDetect: Interval | undefined;
	readonly timeToAcknowledge: Interval | undefined;
	readonly timeToMitigate: Interval | undefined;
	readonly timeToResolve: Interval | undefined;
	readonly participants: readonly string[] | undefined;
	readonly incidentCommander: string | undefined;
	readonly roles: readonly RoleHolder[] | undefined;
	/** Oldest first. */
	readonly timeline: readonly TimelineRow[] | undefined;
	/** The record holds none yet. */
	readonly actionItems: readonly ActionItem[] | undefined;
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
};
