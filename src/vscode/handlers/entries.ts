import type { IncidentState, TimelineEntry } from '../../core/incident/model';
import { formatElapsed } from '../../core/schedule/elapsed';
import { UserError } from '../../core/userError';
import { plain } from '../plain';
import { entryIn } from './argument';
import { pickRow } from './ask';

/** A row of a pick for a timeline entry: when, what, who. */
export function entryRow(entry: TimelineEntry, { milestones }: IncidentState) {
	const when = formatElapsed(entry.at - (milestones.get('declaredAt') ?? entry.at));
	return { label: plain(`${when} ${entry.text}`), description: plain(entry.by), entry };
}

/** The entry a command was invoked on, else the one picked, newest first. */
export async function entryFor(
	state: IncidentState,
	argument: unknown,
	title: string,
): Promise<TimelineEntry | undefined> {
	const id = entryIn(argument);
	if (id === undefined) {
		const rows = [...state.timeline].reverse().map((entry) => entryRow(entry, state));
		return (await pickRow(title, 'Which entry?', rows))?.entry;
	}
	const found = state.timeline.find(({ eventId }) => eventId === id);
	if (found) return found;
	throw new UserError(
		'This entry is not in the timeline of the current incident. Switch to its incident first.',
	);
}
