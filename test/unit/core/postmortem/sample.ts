import type { IncidentState } from '../../../../src/core/incident/model';
import type { Facts } from '../../../../src/core/postmortem/facts';
import { factsOf } from '../../../../src/core/postmortem/factsOf';
import { stateWith, timelineEntry } from '../../../support/incidentState';

export const start = Date.UTC(2026, 10, 23, 3, 14);
export const minute = 60_000;

/** A resolved incident: impact from 03:14 to 04:26 UTC. */
export const sampleState: IncidentState = stateWith({
	id: '20261123-0323-a1b2',
	title: 'Checkout returns 500',
	severity: 'SEV-2',
	status: 'resolved',
	milestones: new Map([
		['impactStartedAt', start],
		['detectedAt', start + 6 * minute],
		['acknowledgedAt', start + 8 * minute],
		['declaredAt', start + 9 * minute],
		['mitigatedAt', start + 50 * minute],
		['resolvedAt', start + 72 * minute],
	]),
	roles: new Map([
		['Incident Commander', 'Ann Lee'],
		['Comms Lead', 'Bo'],
	]),
	timeline: [
		timelineEntry({
			eventId: 'e1',
			at: start + 9 * minute,
			by: 'Ann Lee',
			kind: 'milestone',
			text: 'Declared',
		}),
		timelineEntry({
			eventId: 'e2',
			at: start + 31 * minute,
			by: 'Cy',
			kind: 'note',
			text: 'Rolled back a | b',
		}),
	],
});

export const sampleFacts: Facts = factsOf(sampleState, { now: start + 24 * 60 * minute });
