import type { IncidentEvent, UnknownEvent } from '../incident/events';
import type { IncidentState, TimelineEntry } from '../incident/model';

/**
 * The timeline as a postmortem tells it: milestones, decisions, scripts with how they ended, messages, escalations,
 * suspects and rollbacks, what was found out, and notes. Once a note is pinned, only the pinned ones. Whatever was
 * pinned is told; what was taken back is not.
 */
export function curatedTimeline(
	state: IncidentState,
	events: readonly (IncidentEvent | UnknownEvent)[],
): readonly TimelineEntry[] {
	const byId = new Map(events.map((event) => [event.id, event]));
	const standing = standingTimeline(state);
	const hasPinnedNotes = standing.some(({ kind, pinned }) => kind === 'note' && pinned);
	return standing.filter(
		(entry) => entry.pinned || isTold(entry, byId.get(entry.eventId), { hasPinnedNotes, state }),
	);
}

/** Every entry that stands. */
export function standingTimeline({ timeline }: Pick<IncidentState, 'timeline'>): readonly TimelineEntry[] {
	return timeline.filter(
		({ kind, text, mark }) =>
			kind !== 'unknown' && text.trim() !== '' && mark !== 'undone' && mark !== 'retracted',
	);
}

interface Circumstances {
	readonly hasPinnedNotes: boolean;
	readonly state: IncidentState;
}

function isTold(
	{ kind }: TimelineEntry,
	event: IncidentEvent | UnknownEvent | undefined,
	{ hasPinnedNotes, state }: Circumstances,
): boolean {
	switch (kind) {
		case 'milestone':
		case 'decision':
		case 'escalation':
		case 'deploy':
		case 'hypothesis':
			return true;
		case 'message':
			return event?.type !== 'updateSnoozed';
		case 'script':
			return isOutcome(event, state);
		case 'note':
			return !hasPinnedNotes;
		case 'item':
		case 'role':
		case 'action':
		case 'runbook':
		case 'unknown':
			return false;
	}
}

/** How a script ended; that it was started only when nobody knows how it ended. */
function isOutcome(event: IncidentEvent | UnknownEvent | undefined, { runs }: IncidentState): boolean {
	if (event?.type === 'scriptApproved') return false;
	return event?.type !== 'scriptStarted' || runs.get(event.data.run)?.outcome === undefined;
}
