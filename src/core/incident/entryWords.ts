import { oneLine } from '../printable';
import { formatElapsed, spokenElapsed } from '../schedule/elapsed';
import { lengthText } from '../postmortem/timeText';
import type { IncidentState, Instant, TimelineEntry, TimelineKind } from './model';

/** Whether an entry counts. Menus are tied to it together with the kind: `note.standing`. */
export const entryStandings = ['standing', 'pinned', 'gone'] as const;
export type EntryStanding = (typeof entryStandings)[number];
export type EntryContext = `${TimelineKind}.${EntryStanding}`;

/** What a row of the timeline says. */
export interface EntryWords {
	readonly label: string;
	readonly description: string;
	readonly tooltip: string;
	/** For screen readers, to the minute. */
	readonly spoken: string;
	readonly context: EntryContext;
}

export interface EntryFacts {
	readonly state: IncidentState;
	/** An instant as a local date and time. */
	readonly dateTime: (instant: Instant) => string;
}

export function entryWords(entry: TimelineEntry, facts: EntryFacts): EntryWords {
	const since = entry.at - (facts.state.milestones.get('declaredAt') ?? entry.at);
	const mark = markWord(entry);
	const notes = [entry.mark === 'edited' ? 'edited' : undefined, lateWords(entry)].filter(
		(note) => note !== undefined,
	);
	const text = oneLine(entry.text);
	const shown = [mark, text].filter(Boolean).join(' · ');
	return {
		label: `${formatElapsed(since)} ${shown}`,
		description: [oneLine(entry.by), entry.pinned ? 'pinned' : undefined, ...notes]
			.filter(Boolean)
			.join(' · '),
		tooltip: tooltip(entry, facts),
		spoken: [shown, spokenSince(since), oneLine(entry.by), ...notes].join(', '),
		context: `${entry.kind}.${standingOf(entry)}`,
	};
}

/** What counts no more says so before its text: a narrow side bar cuts off the end. */
function markWord({ mark }: TimelineEntry): string | undefined {
	switch (mark) {
		case 'retracted':
			return 'Retracted';
		case 'undone':
			return 'Undone';
		case 'edited':
		case undefined:
			return undefined;
	}
}

function standingOf({ mark, pinned }: TimelineEntry): EntryStanding {
	if (mark === 'retracted' || mark === 'undone') return 'gone';
	return pinned ? 'pinned' : 'standing';
}

/** `written 12 min later`. */
export function lateWords({ at, writtenAt }: TimelineEntry): string | undefined {
	return writtenAt === undefined ? undefined : `written ${lengthText(writtenAt - at)} later`;
}

function spokenSince(since: number): string {
	return since < 0
		? `${spokenElapsed(-since)} before the declaration`
		: `${spokenElapsed(since)} after the declaration`;
}

/** The whole text, who and when, and what it said before. */
function tooltip(entry: TimelineEntry, { state, dateTime }: EntryFacts): string {
	const note = state.notes.get(entry.eventId);
	const reason = note?.retracted ? `: ${note.retracted}` : '';
	const mark = markWord(entry);
	return [
		...(note?.text ?? entry.text).split('\n'),
		`${dateTime(entry.at)}, ${entry.by}`,
		lateWords(entry),
		entry.pinned ? 'Pinned' : undefined,
		mark && `${mark}${reason}; it counts no more`,
		...(note?.earlier ?? []).map((text) => `Before: ${text}`),
	]
		.flatMap((line) => (line === undefined ? [] : oneLine(line)))
		.filter(Boolean)
		.join('\n');
}
