import type { Line } from './lines';
import { bracketAtom, clockMask, dateMask } from './placeholder';
import type { TimelineSlot } from './slots';

type Form = Pick<TimelineSlot, 'ranges' | 'style' | 'clock'>;

/** `### [Date and time]` with a paragraph below, for each entry: all of them are replaced. */
export function entryHeadings(tree: readonly Line[], level: number, lineEnd: string): Form | undefined {
	const headings = tree.filter(
		(line) => line.kind === 'text' && new RegExp(`^#{${level + 1}} `, 'u').test(line.text),
	);
	const first = headings[0];
	const last = tree.findLast(({ kind }) => kind === 'text');
	if (first === undefined || last === undefined || !headings.every(({ text }) => isTimeHeading(text))) {
		return undefined;
	}
	const blank = tree.slice(tree.indexOf(headings[1] ?? last)).length - tree.slice(tree.indexOf(first)).length;
	const between = tree.slice(tree.indexOf(first), tree.indexOf(first) - blank);
	const blanks =
		headings.length > 1 ? between.length - 1 - between.findLastIndex(({ kind }) => kind !== 'blank') : 1;
	const mask = headings.map(({ text }) => text).join(' ');
	return {
		ranges: [{ start: first.start, end: last.end }],
		style: {
			kind: 'headings',
			lead: '',
			before: `${'#'.repeat(level + 1)} `,
			gap: lineEnd.repeat(Math.min(blanks, 3) + 1),
		},
		clock: { withDate: dateMask.test(mask) || /\bdate\b/iu.test(mask), saysUtc: false },
	};
}

function isTimeHeading(text: string): boolean {
	const isTime = dateMask.test(text) || clockMask.test(text) || /\b(?:date|time)\b/iu.test(text);
	return isTime && bracketAtom.test(text) && text.replace(bracketAtom, '').trim().replaceAll('#', '') === '';
}

const codeEntry = new RegExp(`^([ \\t]*)(?:${clockMask.source})([ \\t:–-]+)\\S`, 'iu');

/** `HH:MM  First alert` inside a code fence: the run of such lines. */
export function codeEntries(body: readonly Line[]): Form | undefined {
	const from = body.findIndex((line) => line.kind === 'code' && codeEntry.test(line.text));
	if (from < 0) {
		return undefined;
	}
	const rest = body.slice(from);
	const count = rest.findIndex((line) => line.kind !== 'code' || !codeEntry.test(line.text));
	const [first, last] = [rest[0], rest[(count < 0 ? rest.length : count) - 1]];
	const [, before = '', , after = '  '] = /^([ \t]*)([^ \t]+)([ \t:–-]+)/u.exec(first?.text ?? '') ?? [];
	return first === undefined || last === undefined
		? undefined
		: {
				ranges: [{ start: first.start, end: last.end }],
				style: { kind: 'code', lead: '', before, after },
				clock: { withDate: false, saysUtc: true },
			};
}

/** `- **14:51** text`: marker, what opens the time, date, what closes it, what separates. */
const writtenItem =
	/^([-*+][ \t]+)([*_`]{0,2})(?:\d{4}-\d{2}-\d{2}[ T])?\d{1,2}:\d{2}(?:[ ]?(?:UTC|Z))?(:?[*_`]{0,2})([ \t]*[:–—-]*[ \t]*)/u;

/** A list with real times stays as it is; the rows go below it, with their date. */
export function afterWritten(tree: readonly Line[], lineEnd: string, saysUtc: boolean): Form | undefined {
	const index = tree.findLastIndex((line) => line.kind === 'text' && writtenItem.test(line.text));
	const last = tree[index];
	const next = tree[index + 1];
	if (last === undefined || (next !== undefined && next.kind !== 'blank')) {
		return undefined;
	}
	const [, marker = '- ', opening = '', closing = '', separator = ''] = writtenItem.exec(last.text) ?? [];
	const gap = separator.trim() === '' ? ' ' : separator.replace(/\s*$/u, ' ');
	return {
		ranges: [{ start: last.end, end: last.end }],
		style: { kind: 'list', lead: lineEnd, before: `${marker}${opening}`, after: `${closing}${gap}` },
		clock: { withDate: true, saysUtc },
	};
}
