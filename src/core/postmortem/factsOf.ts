import type { IncidentState, Instant, Milestone } from '../incident/model';
import { interval, type Interval } from '../incident/interval';
import type { Facts, RoleHolder } from './facts';
import { foldLabel, incidentCommanderLabels } from './labels';

/**
 * Everything the record knows that a postmortem can hold; texts are always written in UTC.
 * @param context `now` in milliseconds since 1970
 */
export function factsOf(state: IncidentState, context: { readonly now: Instant }): Facts {
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
