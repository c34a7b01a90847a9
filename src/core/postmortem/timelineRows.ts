import { escapeInline, escapeKeepingAddresses, oneLine } from './escape';
import type { TimelineRow } from './facts';
import type { ClockStyle, TimelineColumn, TimelineSlot, TimelineStyle } from './slots';
import { clockText, dateClockText, dateText } from './timeText';

/** All rows as the template would write them, joined by `lineEnd`. */
export function timelineText(slot: TimelineSlot, rows: readonly TimelineRow[], lineEnd: string): string {
	const day = rows[0] === undefined ? undefined : dateText(rows[0].at);
	const texts = rows.map((row) =>
		rowText(slot.style, row, { time: timeText(row, slot.clock, day), lineEnd }),
	);
	return slot.style.lead + texts.join(slot.style.kind === 'headings' ? slot.style.gap : lineEnd);
}

interface RowContext {
	readonly time: string;
	readonly lineEnd: string;
}

function rowText(style: TimelineStyle, row: TimelineRow, { time, lineEnd }: RowContext): string {
	switch (style.kind) {
		case 'table': {
			const cells = style.columns.map((column, index) =>
				padded(cellText(column, row, time), style.widths[index] ?? 0),
			);
			return `${style.prefix}|${cells.join('|')}|`;
		}
		case 'list':
			return `${style.before}${time}${style.after}${escapeKeepingAddresses(row.text)}`;
		case 'code':
			return `${style.before}${time}${style.after}${oneLine(row.text)}`;
		case 'headings':
			return `${style.before}${time}${lineEnd.repeat(2)}${escapeKeepingAddresses(row.text)}`;
	}
}

function cellText(column: TimelineColumn, row: TimelineRow, time: string): string {
	switch (column) {
		case 'time':
			return time;
		case 'date':
			return dateText(row.at) ?? '';
		case 'event':
			return escapeKeepingAddresses(row.text);
		case 'actor':
			return escapeInline(row.by);
		case 'other':
			return '';
	}
}

/** A row of another day than the first shows its date even where only the clock is asked for. */
function timeText(
	{ at }: TimelineRow,
	{ withDate, saysUtc }: ClockStyle,
	firstDay: string | undefined,
): string {
	const text = withDate || dateText(at) !== firstDay ? dateClockText(at) : clockText(at);
	return text === undefined || saysUtc ? (text ?? '') : `${text} UTC`;
}

function padded(text: string, width: number): string {
	return ` ${text} `.padEnd(width);
}
