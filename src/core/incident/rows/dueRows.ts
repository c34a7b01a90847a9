import { toRow, toSection, type DueRow, type IncidentFacts, type IncidentRow, type RowRule } from './row';

const minuteMs = 60_000;
/** More than this a tired person does not take in; the rest is in the checklist and in the state document. */
const shownRows = 5;

/** What is to be done next, soonest first. */
export const dueRows: RowRule = (_state, facts) => {
	const { agenda } = facts;
	const late = agenda.filter(({ dueAt }) => dueAt < facts.now).length;
	const description = [late > 0 ? `${late} late` : '', more(agenda)].filter(Boolean).join(' · ');
	return toSection(
		'due',
		{ label: 'Next due', icon: 'clock', description, expanded: true },
		agenda.slice(0, shownRows).map((due) => dueRow(due, facts)),
	);
};

function more({ length }: readonly DueRow[]): string {
	return length > shownRows ? `first ${shownRows} of ${length}` : '';
}

function dueRow(
	{ id, title, dueAt, because, line, who, condition }: DueRow,
	{ now, time }: IncidentFacts,
): IncidentRow {
	const isLate = dueAt < now;
	const when = isLate ? `was due ${time(dueAt)}` : `due ${time(dueAt)}`;
	const words = isLate ? `${dueIn(dueAt - now)}, ${when}` : `${dueIn(dueAt - now)}, at ${time(dueAt)}`;
	return toRow({
		id: `due:${id}`,
		kind: 'due',
		subject: id,
		icon: isLate ? 'attention' : 'clock',
		line,
		label: isLate ? `Late · ${title}` : title,
		description: [condition, words, who].filter(Boolean).join(' · '),
		details: [condition, words, who, because, line === undefined ? undefined : `Line ${line} of the runbook`],
		spoken: [isLate ? `Late, ${title}` : title, when, condition, who].filter(Boolean).join(', '),
	});
}

/** `in 4 min`, `now`, `3 min late`, `in 2 h 5 min`. Milliseconds in. */
export function dueIn(milliseconds: number): string {
	const minutes = Math.floor(Math.abs(milliseconds) / minuteMs);
	if (minutes === 0) return 'now';
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	const length = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
	return milliseconds < 0 ? `${length} late` : `in ${length}`;
}
