import { checklistItems } from '../incident/checklistItems';
import type { IncidentState } from '../incident/model';
import { cadenceKept, type AudienceCadence, type CadenceInput } from './cadenceKept';
import { dateClockText, lengthText } from './timeText';

/** `internal: 4 of 5 updates in time; late: due 2026-11-23 03:53 UTC, sent 7 min late`. */
export function cadenceLines(input: CadenceInput): readonly string[] {
	return cadenceKept(input).map(cadenceLine);
}

function cadenceLine({ audience, condition, due }: AudienceCadence): string {
	const kept = due.filter((update) => update.kept).length;
	const missed = due.flatMap(({ dueAt, postedAt, kept: inTime }) => {
		const when = `due ${dateClockText(dueAt) ?? ''} UTC`;
		if (inTime) return [];
		return [
			postedAt === undefined ? `${when}, not sent` : `${when}, sent ${lengthText(postedAt - dueAt)} late`,
		];
	});
	const rule = condition === undefined ? '' : ` (${condition})`;
	return [`${audience}${rule}: ${kept} of ${due.length} updates in time`, ...missed].join('; ');
}

/** What became of the checklist: a count, then each item that was skipped or never touched. */
export function checklistLines(state: IncidentState): readonly string[] {
	const items = checklistItems(state).map((item) => ({ ...item, state: state.items.get(item.id) }));
	if (items.length === 0) return [];
	const done = items.filter((item) => item.state?.state === 'done').length;
	const skipped = items.filter((item) => item.state?.state === 'skipped');
	const begun = items.filter((item) => item.state?.state === 'started' || item.state?.state === 'open');
	const untouched = items.filter((item) => item.state === undefined);
	return [
		`${done} of ${items.length} items done, ${skipped.length} skipped, ${untouched.length} never touched`,
		...skipped.map(({ text, state: skip }) => `Skipped: ${text} (${skip?.why ?? ''})`),
		...begun.map(({ text }) => `Not finished: ${text}`),
		...untouched.map(({ text }) => `Never touched: ${text}`),
	];
}
