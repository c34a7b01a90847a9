import type { IncidentEvent, ScriptOutcome, UnknownEvent } from './events';
import { oneLine } from '../printable';
import type { TimelineEntry } from './model';

/** Every event as a line for people, oldest first by when it happened. Views, the CLI and the postmortem share it. */
export function timelineOf(events: readonly (IncidentEvent | UnknownEvent)[]): readonly TimelineEntry[] {
	const entries = events.map((event) => ({
		eventId: event.id,
		at: happenedAt(event),
		...oneLined(event.by, describe(event)),
	}));
	return entries.sort((left, right) => left.at - right.at);
}

/** Texts come from anywhere; an entry is one line and steers nothing. */
function oneLined(
	by: string,
	{ kind, text }: ReturnType<typeof describe>,
): Pick<TimelineEntry, 'by' | 'kind' | 'text'> {
	return { by: oneLine(by), kind, text: oneLine(text) };
}

/** A note may tell of something earlier. */
function happenedAt(event: IncidentEvent | UnknownEvent): number {
	return event.type === 'noteAdded' ? (event.data.happenedAt ?? event.at) : event.at;
}

function describe(event: IncidentEvent | UnknownEvent): Pick<TimelineEntry, 'kind' | 'text'> {
	switch (event.type) {
		case 'declared':
			return { kind: 'milestone', text: `Declared: ${event.data.title} (${event.data.severity})` };
		case 'severityChanged':
			return { kind: 'milestone', text: `Severity is now ${event.data.severity}` };
		case 'roleAssigned':
			return { kind: 'role', text: `${event.data.role}: ${event.data.person}` };
		case 'itemDone':
			return { kind: 'item', text: `Done: ${event.data.text}` };
		case 'itemReopened':
			return { kind: 'item', text: `Not done after all: ${event.data.text}` };
		case 'noteAdded':
			return { kind: 'note', text: event.data.text };
		case 'scriptStarted':
			return { kind: 'script', text: `Started script: ${event.data.title}` };
		case 'scriptFinished':
			return { kind: 'script', text: `${upperFirst(outcomeText(event.data.outcome))}: ${event.data.title}` };
		case 'resolved':
			return { kind: 'milestone', text: event.data.summary ? `Resolved: ${event.data.summary}` : 'Resolved' };
		case 'unknown':
			return { kind: 'unknown', text: `“${event.originalType}” (from a newer version of Runbook Response)` };
	}
}

/** `exit 0`, `exit 1 (failed)`, `result unknown: the terminal was closed`. */
export function outcomeText(outcome: ScriptOutcome): string {
	if (outcome.kind === 'unknown') return `result unknown: ${outcome.reason}`;
	return outcome.exitCode === 0 ? 'exit 0' : `exit ${outcome.exitCode} (failed)`;
}

function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
