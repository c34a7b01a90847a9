import type { EventType, IncidentEvent } from '../incident/events';
import type { Milestone } from '../incident/model';
import type { FactKey } from './facts';
import type { Sources } from './fill';

/**
 * Which events each fact comes from, so that a filled place can be traced back.
 * @param events those that count, in their order
 */
export function sourcesOf(events: readonly IncidentEvent[]): Sources {
	const sources = new Map<FactKey, string[]>();
	for (const event of events) {
		for (const key of keysOf(event)) sources.set(key, [...(sources.get(key) ?? []), event.id]);
	}
	return Object.fromEntries(sources);
}

/** Intervals by the milestones they lie between. */
const intervals: readonly (readonly [FactKey, readonly Milestone[]])[] = [
	['date', ['impactStartedAt', 'detectedAt', 'declaredAt']],
	['duration', ['impactStartedAt', 'detectedAt', 'declaredAt', 'resolvedAt']],
	['timeToDetect', ['impactStartedAt', 'detectedAt']],
	['timeToAcknowledge', ['detectedAt', 'acknowledgedAt']],
	['timeToMitigate', ['impactStartedAt', 'mitigatedAt']],
	['timeToResolve', ['impactStartedAt', 'resolvedAt']],
	['measures', ['impactStartedAt', 'detectedAt', 'acknowledgedAt', 'mitigatedAt', 'resolvedAt']],
	['summary', ['impactStartedAt', 'detectedAt', 'mitigatedAt', 'resolvedAt']],
];

const roleKeys: readonly FactKey[] = ['participants', 'incidentCommander', 'roles', 'rolesOverTime'];
const severityKeys: readonly FactKey[] = ['severity', 'timeInSeverity', 'severityOverTime', 'summary'];

/** What an event of each type tells; the others tell nothing that a place of its own asks for. */
const keysByType: Partial<Readonly<Record<EventType, readonly FactKey[]>>> = {
	severityChanged: severityKeys,
	statusChanged: statusKeys(),
	resolved: statusKeys(),
	reopened: statusKeys(),
	closed: statusKeys(),
	acknowledged: withIntervals(['acknowledgedAt']),
	roleAssigned: roleKeys,
	roleAccepted: roleKeys,
	hypothesisAdded: ['hypotheses'],
	hypothesisResolved: ['hypotheses'],
	deploySuspected: ['suspects'],
	rollbackPlanned: ['rollbacks'],
	rollbackRecorded: ['rollbacks'],
	updatePosted: ['cadence'],
	itemStarted: ['checklist'],
	itemDone: ['checklist'],
	itemReopened: ['checklist'],
	itemSkipped: ['checklist'],
	itemAdded: ['checklist'],
	runbookRevised: ['checklist'],
};

function keysOf(event: IncidentEvent): readonly FactKey[] {
	if (event.type === 'declared') {
		return [...new Set<FactKey>(['title', 'id', 'status', ...severityKeys, ...roleKeys, ...declared(event)])];
	}
	return event.type === 'milestoneSet'
		? withIntervals([event.data.milestone])
		: (keysByType[event.type] ?? []);
}

/** A status ends or starts clocks too. */
function statusKeys(): readonly FactKey[] {
	return ['status', ...withIntervals(['mitigatedAt', 'resolvedAt', 'closedAt'])];
}

function declared({ data }: Extract<IncidentEvent, { type: 'declared' }>): readonly FactKey[] {
	const known: readonly Milestone[] = [
		...(data.impactStartedAt === undefined ? [] : (['impactStartedAt'] as const)),
		...(data.detectedAt === undefined ? [] : (['detectedAt'] as const)),
		'declaredAt',
	];
	return withIntervals(known);
}

function withIntervals(milestones: readonly Milestone[]): readonly FactKey[] {
	const between = intervals.flatMap(([key, ends]) =>
		ends.some((end) => milestones.includes(end)) ? [key] : [],
	);
	return [...milestones, ...between];
}
