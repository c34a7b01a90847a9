import { oneLine } from '../printable';
import type { IncidentEvent, UnknownEvent } from './events';
import type { IncidentState, TimelineEntry } from './model';
import { ruleOf } from './rules';

/** What an entry needs to know of the state. */
type Marks = Pick<IncidentState, 'notes' | 'pinned' | 'undone'>;

/** A note written down this much later than it tells of is marked as late, in milliseconds. */
const lateMs = 60_000;

/**
 * Every event as a line for people, oldest first by when it happened. Views, the CLI and the postmortem share it. What
 * changed a note or took something back shows in the entry it is about.
 */
export function timelineOf(
	events: readonly (IncidentEvent | UnknownEvent)[],
	marks: Marks,
): readonly TimelineEntry[] {
	const entries = events.filter(hasOwnLine).map((event) => toEntry(event, marks));
	return entries.sort((left, right) => left.at - right.at);
}

/** What only changes what another entry says. How a message fared is told by its own. */
const quiet: ReadonlySet<(IncidentEvent | UnknownEvent)['type']> = new Set([
	'noteAmended',
	'noteRetracted',
	'entryPinned',
	'undone',
	'messageTried',
	'messageSent',
	'messageRetried',
]);

function hasOwnLine({ type }: IncidentEvent | UnknownEvent): boolean {
	return !quiet.has(type);
}

/** Texts come from anywhere; an entry is one line and steers nothing. */
function toEntry(event: IncidentEvent | UnknownEvent, marks: Marks): TimelineEntry {
	const at = happenedAt(event, marks);
	return {
		eventId: event.id,
		at,
		writtenAt: event.at - at > lateMs ? event.at : undefined,
		by: oneLine(event.by),
		...describe(event, marks),
		mark: markOf(event.id, marks),
		pinned: marks.pinned.has(event.id),
	};
}

function happenedAt(event: IncidentEvent | UnknownEvent, { notes }: Marks): number {
	if (event.type === 'unknown') return event.at;
	return notes.get(event.id)?.happenedAt ?? ruleOf(event.type).happenedAt?.(event.data) ?? event.at;
}

function describe(
	event: IncidentEvent | UnknownEvent,
	{ notes }: Marks,
): Pick<TimelineEntry, 'kind' | 'text'> {
	if (event.type === 'unknown') {
		return {
			kind: 'unknown',
			text: oneLine(`“${event.originalType}” (from a newer version of Runbook Response)`),
		};
	}
	const { kind, describe: words } = ruleOf(event.type);
	return { kind, text: oneLine(notes.get(event.id)?.text ?? words(event.data)) };
}

function markOf(id: string, { notes, undone }: Marks): TimelineEntry['mark'] {
	if (undone.has(id)) return 'undone';
	const note = notes.get(id);
	if (note?.retracted !== undefined) return 'retracted';
	return note && note.earlier.length > 0 ? 'edited' : undefined;
}
