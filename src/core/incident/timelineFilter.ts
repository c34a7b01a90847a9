import type { TimelineEntry, TimelineKind } from './model';

export const timelineFilters = ['all', 'milestones', 'mine'] as const;
export type TimelineFilter = (typeof timelineFilters)[number];

/** What tells the story of an incident; the rest is work. */
const telling: ReadonlySet<TimelineKind> = new Set([
	'milestone',
	'decision',
	'escalation',
	'deploy',
	'message',
]);

export function isTelling({ kind, pinned }: Pick<TimelineEntry, 'kind' | 'pinned'>): boolean {
	return pinned || telling.has(kind);
}

/** The entries a filter leaves, newest first. `me` is the name this window writes under. */
export function filterTimeline(
	timeline: readonly TimelineEntry[],
	filter: TimelineFilter,
	me: string | undefined,
): readonly TimelineEntry[] {
	return timeline.filter((entry) => keeps(filter, entry, me)).reverse();
}

function keeps(filter: TimelineFilter, entry: TimelineEntry, me: string | undefined): boolean {
	switch (filter) {
		case 'all':
			return true;
		case 'milestones':
			return isTelling(entry);
		case 'mine':
			return entry.by === me;
	}
}

/** What is not shown, in words: `12 hidden: only milestones, decisions, …`; '' when the filter hides nothing. */
export function hiddenWords(filter: TimelineFilter, hidden: number): string {
	if (filter === 'all') return '';
	const only =
		filter === 'mine'
			? 'only what you recorded is shown'
			: 'only milestones, decisions, escalations, deploys, messages and pinned entries are shown';
	return `${hidden} hidden: ${only}`;
}
