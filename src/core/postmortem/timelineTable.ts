import { isExample } from './example';
import { foldLabel } from './labels';
import { clockMask, dateMask, placeholderOf } from './placeholder';
import type { Section } from './sections';
import type { ClockStyle, TimelineColumn, TimelineSlot } from './slots';
import { lastLineOf, type Row, type Table } from './tables';
import { rangesOf } from './timelineRanges';

/** Header words, most telling first; a column that fits none stays empty. */
const columnWords: readonly (readonly [TimelineColumn, RegExp])[] = [
	['time', /\b(?:time|timestamp|when|hora|horario|quando|cuando|uhrzeit|zeit)\b|时间|시간/u],
	['date', /^(?:date|fecha|data|datum|day|日期)$/u],
	[
		'event',
		/\b(?:events?|evento|what happened|description|descripcion|descricao|entry|happening|ereignis)\b|事件|이벤트/u,
	],
	['actor', /\b(?:owner|actor|who|person|by|responsible|responsable|responsavel|responder|author|autor)\b/u],
	['event', /\b(?:actions?|activity|details?|update|impact|what|notes?|acao|accion)\b/u],
];

/** The slot of a table that has a time and an event column. `notes` is the text above it, which may say UTC. */
export function findTimelineTable(
	table: Table,
	section: Section,
	{ notes, lineEnd }: { readonly notes: string; readonly lineEnd: string },
): TimelineSlot | undefined {
	const columns = columnsOf(table);
	const time = columns.findIndex((column) => column === 'time' || column === 'date');
	if (time < 0 || !columns.includes('event') || section.foreign) {
		return undefined;
	}
	const open = table.rows.filter((row) => isOpenRow(row, time));
	const last = lastLineOf(table);
	const header = table.header.cells;
	const style = {
		kind: 'table',
		lead: '',
		prefix: table.prefix,
		columns,
		widths: header.map(({ start, end }) => end - start),
	} as const;
	return {
		kind: 'timeline',
		key: 'timeline',
		label: section.heading?.text ?? header[time]?.text ?? '',
		line: table.header.line.number,
		ranges:
			open.length > 0
				? rangesOf(open.map(({ line }) => ({ first: line, last: line })))
				: [{ start: last.end, end: last.end }],
		style: open.length > 0 ? style : { ...style, lead: lineEnd },
		clock: clockStyleOf(table, open[0]?.cells[time]?.text ?? '', `${header[time]?.text ?? ''} ${notes}`),
	};
}

/** Each kind once, at its first column; the second event column is somebody's to write. */
function columnsOf(table: Table): readonly TimelineColumn[] {
	const titles = table.header.cells.map(({ text }) => foldLabel(text));
	const columns: TimelineColumn[] = titles.map(() => 'other');
	for (const [column, words] of columnWords) {
		const index = titles.findIndex((title, at) => columns[at] === 'other' && words.test(title));
		if (index >= 0 && !columns.includes(column)) {
			columns[index] = column;
		}
	}
	return columns;
}

/** A masked time makes a row a sample; without a time every cell has to be empty or a placeholder. */
function isOpenRow(row: Row, time: number): boolean {
	const text = row.cells[time]?.text ?? '';
	const placeholder = placeholderOf(text);
	if (row.cells.some((cell) => isExample(cell.text))) {
		return true;
	}
	if (placeholder === undefined) {
		return false;
	}
	return placeholder.kind !== 'empty' || row.cells.every((cell) => placeholderOf(cell.text) !== undefined);
}

function clockStyleOf(table: Table, mask: string, notes: string): ClockStyle {
	const header = table.header.cells.map(({ text }) => foldLabel(text));
	const hasDateColumn = columnsOf(table).includes('date') && columnsOf(table).includes('time');
	const isClockOnly =
		clockMask.test(mask) && !dateMask.test(mask) && !header.some((title) => title.includes('date'));
	return { withDate: !hasDateColumn && !isClockOnly, saysUtc: /\bUTC\b/u.test(notes) };
}
