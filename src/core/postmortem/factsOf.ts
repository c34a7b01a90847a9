import type { CommitLink } from '../deploys/webLink';
import type { IncidentEvent, UnknownEvent } from '../incident/events';
import type { IncidentState, Instant, Milestone } from '../incident/model';
import { interval, type Interval } from '../incident/interval';
import type { Cadence } from '../runbook/model';
import { actionItemsOf } from './actionItems';
import { cadenceLines, checklistLines } from './coverageLines';
import { curatedTimeline } from './curated';
import { effectiveEvents } from './effective';
import type { Facts, Measure, RoleHolder } from './facts';
import { foldLabel, incidentCommanderLabels } from './labels';
import {
	hypothesisLines,
	measureLines,
	roleLines,
	rollbackLines,
	severityLines,
	summaryText,
	suspectLines,
} from './recordLines';
import { severitySpans, timeInSeverity } from './spans';

export interface FactsContext {
	/** Milliseconds since 1970. */
	readonly now: Instant;
	/** The events behind the state: without them nothing is known of how it came about. */
	readonly events?: readonly (IncidentEvent | UnknownEvent)[];
	/** How often whom is to be told, by the runbook. */
	readonly cadences?: readonly Cadence[];
	/** Where commits are seen in a browser. */
	readonly commitLink?: CommitLink | undefined;
}

/** Everything the record knows that a postmortem can hold; texts are always written in UTC. */
export function factsOf(state: IncidentState, context: FactsContext): Facts {
	const { now, events = [], cadences = [], commitLink = noLink } = context;
	const at = (milestone: Milestone) => state.milestones.get(milestone);
	const counting = effectiveEvents(events, state);
	const end = endOf(state, counting) ?? now;
	const spans = severitySpans(counting, state, end);
	const roles = roleHolders(state);
	const intervals = {
		timeToDetect: measure(state, 'impactStartedAt', 'detectedAt'),
		timeToAcknowledge: measure(state, 'detectedAt', 'acknowledgedAt'),
		timeToMitigate: measure(state, 'impactStartedAt', 'mitigatedAt'),
		timeToResolve: measure(state, 'impactStartedAt', 'resolvedAt'),
	};
	const duration = durationOf(state);
	return {
		title: state.title.trim() || undefined,
		id: state.id.trim() || undefined,
		date: at('impactStartedAt') ?? at('detectedAt') ?? at('declaredAt'),
		writtenAt: now,
		severity: severityNumber(state.severity),
		status: state.status,
		impactStartedAt: at('impactStartedAt'),
		detectedAt: at('detectedAt'),
		declaredAt: at('declaredAt'),
		acknowledgedAt: at('acknowledgedAt'),
		mitigatedAt: at('mitigatedAt'),
		resolvedAt: at('resolvedAt'),
		closedAt: at('closedAt'),
		duration,
		...intervals,
		participants: orUndefined(participantsOf(state, roles)),
		incidentCommander: roles.find(({ role }) => incidentCommanderLabels.has(foldLabel(role)))?.person,
		roles: orUndefined(roles),
		timeline: orUndefined(
			curatedTimeline(state, events).map(({ at: when, by, text, eventId }) => {
				return { at: when, by, text, events: [eventId] };
			}),
		),
		actionItems: orUndefined(actionItemsOf(state)),
		summary: summaryText(state, duration),
		timeInSeverity: spans.length === 0 ? undefined : timeInSeverity(spans),
		severityOverTime: orUndefined(severityLines(spans)),
		rolesOverTime: orUndefined(roleLines(counting, state)),
		measures: measureLines(intervals),
		hypotheses: orUndefined(hypothesisLines(state)),
		suspects: orUndefined(suspectLines(state, commitLink)),
		rollbacks: orUndefined(rollbackLines(state, commitLink)),
		cadence: orUndefined(
			cadenceLines({
				events: counting,
				cadences,
				severities: spans,
				declaredAt: at('declaredAt') ?? end,
				end,
			}),
		),
		checklist: orUndefined(checklistLines(state)),
	};
}

function noLink(): undefined {
	return undefined;
}

/** Until it is resolved the record ends with its last event, so that the same record always gives the same text. */
function endOf({ milestones }: IncidentState, events: readonly IncidentEvent[]): Instant | undefined {
	const declaredAt = milestones.get('declaredAt');
	const written = events.map(({ at }) => at).concat(declaredAt ?? []);
	return (
		milestones.get('resolvedAt') ??
		(written.length === 0 ? undefined : written.reduce((one, other) => Math.max(one, other)))
	);
}

/** From the earliest milestone known; the text says which when it is not the start of the impact. */
function durationOf(state: IncidentState): Interval | undefined {
	const starts: readonly Milestone[] = ['impactStartedAt', 'detectedAt', 'declaredAt'];
	const from = starts.find((milestone) => state.milestones.has(milestone));
	return from && interval(state, from, 'resolvedAt');
}

/** Missing and backward ones are told as not available. */
function measure(state: IncidentState, from: Milestone, to: Milestone): Measure {
	return interval(state, from, to) ?? { length: undefined, from, to };
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
