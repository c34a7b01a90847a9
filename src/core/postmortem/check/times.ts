import type { FactKey } from '../facts';
import type { Line } from '../lines';
import { foldLabel } from '../labels';
import type { CheckDocument } from './document';
import type { CheckFinding } from './finding';

type Spot = Omit<CheckFinding, 'code'>;

/** The order of an incident; equal times are fine. */
const order: readonly FactKey[] = [
	'impactStartedAt',
	'detectedAt',
	'acknowledgedAt',
	'mitigatedAt',
	'resolvedAt',
	'closedAt',
];

/** Minutes since 1970 of `2026-11-23 03:14`; `undefined` without a day. */
function minutesOf(text: string): number | undefined {
	const [, day, clock] = /(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}:\d{2})/u.exec(text) ?? [];
	const instant =
		day === undefined || clock === undefined ? NaN : Date.parse(`${day}T${clock.padStart(5, '0')}:00Z`);
	return Number.isNaN(instant) ? undefined : instant / 60_000;
}

/** Milestones before those they follow, and entries of a timeline before the one above. */
export function timesOutOfOrder(document: CheckDocument): readonly Spot[] {
	return [...milestones(document), ...rows(document), ...items(document)];
}

function milestones({ answered }: CheckDocument): readonly Spot[] {
	const known = order.flatMap((key) => {
		const place = answered.find((one) => one.key === key && isTime(one.value));
		return place ? [place] : [];
	});
	return known.flatMap(({ line, value }, index) => {
		const before = known[index - 1];
		return before !== undefined && isBefore(value.trim(), before.value.trim())
			? [spot(line, value.trim(), before.value.trim())]
			: [];
	});
}

/** With its day, or of the clock alone, as `10:50 UTC`. */
function isTime(text: string): boolean {
	return minutesOf(text) !== undefined || clockMinutes(text.trim()) !== undefined;
}

interface Entry {
	readonly line: Line;
	readonly time: string;
}

function rows({ tables, sections }: CheckDocument): readonly Spot[] {
	return tables.flatMap(({ table, section }) => {
		const titles = table.header.cells.map(({ text }) => foldLabel(text));
		const column = titles.findIndex((title) => /\b(?:time|timestamp|hora|date time)\b/u.test(title));
		const isTimeline =
			column >= 0 &&
			titles.length > 1 &&
			(section.topic === 'timeline' || /\b(?:event|evento|what)\b/u.test(titles.join(' ')));
		if (!isTimeline || sections.length === 0 || titles.some((title) => /^(?:date|fecha|day)$/u.test(title)))
			return [];
		return decreasing(table.rows.map(({ line, cells }) => ({ line, time: cells[column]?.text ?? '' })));
	});
}

function items({ sections, lines }: CheckDocument): readonly Spot[] {
	return sections
		.filter(({ topic }) => topic === 'timeline')
		.flatMap(({ from, to }) =>
			decreasing(
				lines.slice(from, to).flatMap((line) => {
					const time = /^[-*+][ \t]+[*_`[]*((?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}:\d{2})/u.exec(line.text)?.[1];
					return line.kind !== 'text' || time === undefined ? [] : [{ line, time }];
				}),
			),
		);
}

/** A clock that goes back by more than half a day has passed midnight. */
function decreasing(entries: readonly Entry[]): readonly Spot[] {
	return entries.flatMap((entry, index) => {
		const before = entries[index - 1];
		return before !== undefined && isBefore(entry.time, before.time)
			? [spot(entry.line, entry.time, before.time)]
			: [];
	});
}

function isBefore(time: string, other: string): boolean {
	const [left, right] = [minutesOf(time), minutesOf(other)];
	if (left !== undefined && right !== undefined) return left < right;
	const [one, two] = [clockMinutes(time), clockMinutes(other)];
	return (
		left === undefined &&
		right === undefined &&
		one !== undefined &&
		two !== undefined &&
		two - one > 0 &&
		two - one < 720
	);
}

function clockMinutes(text: string): number | undefined {
	const [, hours, minutes] = /^\D{0,3}(\d{1,2}):(\d{2})/u.exec(text) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function spot(line: Line, subject: string, detail: string): Spot {
	const at = Math.max(0, line.text.indexOf(subject));
	return { line: line.number, column: at + 1, endColumn: at + subject.length + 1, subject, detail };
}
