import type { IncidentState, Instant, Milestone } from '../incident/model';
import { foldLabel, incidentCommanderLabels } from './labels';

/** How long something took, and which milestone the clock was started from. */
export interface Interval {
	/** Milliseconds, never negative. */
	readonly length: number;
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

/** @param context `now` in milliseconds since 1970; texts are always written in UTC. */
export function factsOf(
	state: IncidentState,
	context: { readonly now: Instant; readonly timeZone?: 'UTC' },
): Facts {
	const at = (milestone: Milestone) => state.milestones.get(milestone);
	const roles = roleHolders(state);
	const timeline = state.timeline.filter((entry) => entry.kind !== 'unknown' && entry.text.trim() !== '');
	return {
		title: state.title.trim() || undefined,
		id: state.id.trim() || undefined,
		date: at('impactStartedAt') ?? at('detectedAt') ?? at('declaredAt'),
		writtenAt: context.now,
		severity: severityNumber(state.severity),
		status: state.status,
		impactStartedAt: at('impactStartedAt'),
		detectedAt: at('detectedAt'),
		declaredAt: at('declaredAt'),
		acknowledgedAt: at('acknowledgedAt'),
		mitigatedAt: at('mitigatedAt'),
		resolvedAt: at('resolvedAt'),
		closedAt: at('closedAt'),
		duration: durationOf(state),
		timeToDetect: interval(state, 'impactStartedAt', 'detectedAt'),
		timeToAcknowledge: interval(state, 'detectedAt', 'acknowledgedAt'),
		timeToMitigate: interval(state, 'impactStartedAt', 'mitigatedAt'),
		timeToResolve: interval(state, 'impactStartedAt', 'resolvedAt'),
		participants: orUndefined(participantsOf(state, roles)),
		incidentCommander: roles.find(({ role }) => incidentCommanderLabels.has(foldLabel(role)))?.person,
		roles: orUndefined(roles),
		timeline: orUndefined(timeline.map(({ at, by, text }) => ({ at, by, text }))),
		actionItems: undefined,
	};
}

/** From the earliest milestone known; the text says which when it is not the start of the impact. */
function durationOf(state: IncidentState): Interval | undefined {
	const starts: readonly Milestone[] = ['impactStartedAt', 'detectedAt', 'declaredAt'];
	const from = starts.find((milestone) => state.milestones.has(milestone));
	return from && interval(state, from, 'resolvedAt');
}

function interval(state: IncidentState, from: Milestone, to: Milestone): Interval | undefined {
	const start = state.milestones.get(from);
	const end = state.milestones.get(to);
	if (start === undefined || end === undefined || !(end >= start)) {
		return undefined;
	}
	return { length: end - start, from, to };
}

function severityNumber(severity: IncidentState['severity']): number | undefined {
	const digits = /^SEV-(\d{1,3})$/.exec(severity)?.[1];
	return digits === undefined ? undefined : Number(digits);
}

function roleHolders(state: IncidentState): RoleHolder[] {
	return [...state.roles]
		.map(([role, person]) => ({ role: role.trim(), person: person.trim() }))
		.filter(({ role, person }) => role !== '' && person !== '');
}

/** Role holders first, then whoever else did something, each once. */
function participantsOf(state: IncidentState, roles: readonly RoleHolder[]): string[] {
	const acting = state.timeline.map((entry) => entry.by.trim()).filter((name) => name !== '');
	return [...new Set([...roles.map(({ person }) => person), ...acting])];
}

function orUndefined<T>(list: readonly T[]): readonly T[] | undefined {
	return list.length === 0 ? undefined : list;
}
