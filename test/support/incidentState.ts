import type { IncidentEvent } from '../../src/core/incident/events';
import { foldIncident } from '../../src/core/incident/fold';
import type { IncidentState, TimelineEntry } from '../../src/core/incident/model';

const declared: IncidentEvent = {
	v: 1,
	id: '0'.repeat(32),
	incident: 'x',
	writer: 'w',
	seq: 1,
	hlc: [0, 0],
	at: 0,
	by: 'ana',
	type: 'declared',
	data: { title: 'x', severity: 'unknown', roles: [], runbook: undefined },
};

/** A state with what a test is about, and nothing else in it. Declared at 0. */
export function stateWith(change: Partial<IncidentState> = {}): IncidentState {
	const empty = foldIncident([declared]);
	if (!empty) throw new Error('a declared incident has a state');
	return { ...empty, timeline: [], ...change };
}

/** Items that are done, by their ids. */
export function doneItems(ids: readonly string[], at = 0): IncidentState['items'] {
	return new Map(
		ids.map((id) => [id, { state: 'done' as const, done: true, why: undefined, at, by: 'ana' }]),
	);
}

export function timelineEntry(
	change: Pick<TimelineEntry, 'eventId' | 'at' | 'by' | 'kind' | 'text'>,
): TimelineEntry {
	return { writtenAt: undefined, mark: undefined, pinned: false, ...change };
}
