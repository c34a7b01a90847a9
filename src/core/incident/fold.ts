import type { EventOf, IncidentEvent, UnknownEvent } from './events';
import type {
	IncidentState,
	ItemState,
	Milestone,
	Instant,
	RunbookReference,
	Severity,
	Status,
} from './model';
import { inOrder } from './order';
import { timelineOf } from './timeline';

/**
 * The state of one incident: a pure function of the set of its events, whatever their order and however often each
 * one comes. `undefined` until its declaration is among them.
 */
export function foldIncident(events: Iterable<IncidentEvent | UnknownEvent>): IncidentState | undefined {
	const ordered = inOrder(events);
	const declared = ordered.find((event) => event.type === 'declared');
	if (!declared) return undefined;
	const draft = startingFrom(declared);
	for (const event of ordered) apply(draft, event);
	return { ...draft, timeline: timelineOf(ordered) };
}

interface Draft {
	readonly id: string;
	readonly title: string;
	readonly runbook: RunbookReference | undefined;
	severity: Severity;
	status: Status;
	readonly milestones: Map<Milestone, Instant>;
	readonly roles: Map<string, string>;
	readonly items: Map<string, ItemState>;
}

function startingFrom(event: EventOf<'declared'>): Draft {
	const { title, severity, roles, runbook } = event.data;
	return {
		id: event.incident,
		title,
		runbook,
		severity,
		status: 'investigating',
		milestones: new Map([['declaredAt', event.at]]),
		roles: new Map(roles.map(({ role, person }) => [role, person])),
		items: new Map(),
	};
}

function apply(draft: Draft, event: IncidentEvent | UnknownEvent): void {
	switch (event.type) {
		case 'severityChanged':
			draft.severity = event.data.severity;
			return;
		case 'roleAssigned':
			draft.roles.set(event.data.role, event.data.person);
			return;
		case 'itemDone':
		case 'itemReopened':
			draft.items.set(event.data.item, { done: event.type === 'itemDone', at: event.at, by: event.by });
			return;
		case 'resolved':
			// The first one stopped the clock.
			if (draft.milestones.has('resolvedAt')) return;
			draft.status = 'resolved';
			draft.milestones.set('resolvedAt', event.at);
			return;
		// What these say is in the timeline; they change nothing else. A second declaration is one too many.
		case 'declared':
		case 'noteAdded':
		case 'scriptStarted':
		case 'scriptFinished':
		case 'unknown':
			return;
	}
}
