import { formulaText, lengthText } from '../../postmortem/timeText';
import { formatElapsed, spokenElapsed } from '../../schedule/elapsed';
import { milestoneWords } from '../events/lifecycle';
import { knownResponseTimes } from '../interval';
import { milestones, type IncidentState, type Instant, type Milestone } from '../model';
import { toRow, toSection, type IncidentFacts, type IncidentRow, type RowRule } from './row';

/** The milestones that are known, and the figures that follow from them; what is not known is not shown as 0. */
export const timeRows: RowRule = (state, facts) => {
	const figures = knownResponseTimes(state);
	const known = milestones.flatMap((milestone) => {
		const at = state.milestones.get(milestone);
		return at === undefined ? [] : [milestoneRow(milestone, at, { state, facts })];
	});
	const description = figures.map(({ short, length }) => `${short} ${lengthText(length)}`).join(' · ');
	return toSection('times', { label: 'Times', icon: 'milestone', description, expanded: false }, [
		...known,
		...figures.map(({ short, name, length, from, to }) =>
			toRow({
				id: `figure:${short}`,
				kind: 'figure',
				icon: 'clock',
				label: `${short} ${lengthText(length)}`,
				description: name,
				details: [`${name} = ${formulaText({ length, from, to })}`],
				spoken: `${name}, ${spokenElapsed(length)}`,
			}),
		),
	]);
};

function milestoneRow(
	milestone: Milestone,
	at: Instant,
	{ state, facts }: { readonly state: IncidentState; readonly facts: IncidentFacts },
): IncidentRow {
	const since = at - (state.milestones.get('declaredAt') ?? at);
	const words = milestoneWords[milestone];
	const time = facts.time(at);
	const elapsed = milestone === 'declaredAt' ? '' : formatElapsed(since);
	return toRow({
		id: `milestone:${milestone}`,
		kind: 'milestone',
		subject: milestone,
		icon: 'milestone',
		label: `${words} ${time}`,
		description: elapsed,
		details: [elapsed && `${elapsed}, counted from the declaration`],
		spoken: [`${words} ${time}`, spokenSince(since)].filter(Boolean).join(', '),
	});
}

function spokenSince(since: number): string {
	if (since === 0) return '';
	const length = spokenElapsed(Math.abs(since));
	return since < 0 ? `${length} before the declaration` : `${length} after the declaration`;
}
