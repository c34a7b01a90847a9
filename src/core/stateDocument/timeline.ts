import { lateWords } from '../incident/entryWords';
import type { IncidentState, TimelineEntry } from '../incident/model';
import { formatElapsed } from '../schedule/elapsed';
import { mermaidTimeline } from './mermaid';
import type { DocumentFacts } from './facts';
import { joined, safe, section, table } from './text';

/** Previews grow slow with more; the newest are what a reader of the state wants. */
const mostRows = 500;

/** The story as a picture, then every entry as a table, oldest first. */
export function timelineSection(
	{ timeline, milestones }: IncidentState,
	{ time }: DocumentFacts,
): readonly string[] {
	const declaredAt = milestones.get('declaredAt') ?? timeline[0]?.at ?? 0;
	const picture = mermaidTimeline(timeline, declaredAt);
	const left = Math.max(0, timeline.length - mostRows);
	return section('Timeline', [
		...(picture.length > 0 ? ['```mermaid', ...picture, '```', ''] : []),
		...(left > 0 ? [`The oldest ${left} of ${timeline.length} entries are left out here.`, ''] : []),
		...table(
			['Time', 'T', 'What', 'Who'],
			timeline.slice(left).map((entry) => [time(entry.at), ...entryCells(entry, declaredAt)]),
		),
	]);
}

function entryCells(entry: TimelineEntry, declaredAt: number): readonly string[] {
	const { at, text, by, mark, pinned } = entry;
	const notes = joined(mark, pinned ? 'pinned' : undefined, lateWords(entry));
	const gone = mark === 'retracted' || mark === 'undone';
	const shown = gone ? `~~${safe(text)}~~` : safe(text);
	return [formatElapsed(at - declaredAt), notes === '' ? shown : `${shown} (${notes})`, safe(by)];
}
