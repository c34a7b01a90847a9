import type { Line } from './lines';

/** A table cell: `start` and `end` enclose everything between its two bars; `text` is trimmed. */
export interface Cell {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

export interface Row {
	readonly line: Line;
	readonly cells: readonly Cell[];
}

/** A pipe table: header, the line of dashes, rows. */
export interface Table {
	readonly header: Row;
	readonly delimiter: Line;
	readonly rows: readonly Row[];
	/** What stands before the first bar: spaces or `> `. */
	readonly prefix: string;
}

const delimiterLine = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The table whose header is at `index`, if one is. */
export function tableAt(lines: readonly Line[], index: number): Table | undefined {
	const [first, second] = [lines[index], lines[index + 1]];
	if (first?.kind !== 'text' || second?.kind !== 'text' || !first.text.includes('|')) {
		return undefined;
	}
	const header = rowOf(first);
	if (!delimiterLine.test(second.text) || rowOf(second).cells.length !== header.cells.length) {
		return undefined;
	}
	const prefix = /^[ \t>]*/.exec(first.text)?.[0] ?? '';
	return { header, delimiter: second, rows: rowsFrom(lines, index + 2), prefix };
}

/** The line of the table that is last in the text. */
export function lastLineOf(table: Table): Line {
	return table.rows.at(-1)?.line ?? table.delimiter;
}

function rowsFrom(lines: readonly Line[], index: number): Row[] {
	const rows: Row[] = [];
	for (let at = index; at < lines.length; at++) {
		const line = lines[at];
		if (line?.kind !== 'text' || !line.text.includes('|') || /^ {0,3}#{1,6} /.test(line.text)) {
			break;
		}
		rows.push(rowOf(line));
	}
	return rows;
}

/** Splits at bars that have no backslash before them; the outer bars hold nothing. */
function rowOf(line: Line): Row {
	const bars = [...line.text.matchAll(/\\.|\|/gu)].filter(([text]) => text === '|').map(({ index }) => index);
	const first = /^[ \t>]*/.exec(line.text)?.[0].length ?? 0;
	const last = line.text.trimEnd().length;
	const edges = [bars[0] === first ? [] : [first - 1], bars, bars.at(-1) === last - 1 ? [] : [last]].flat();
	const cells = edges.slice(1).map((end, index): Cell => {
		const start = (edges[index] ?? 0) + 1;
		return { start: line.start + start, end: line.start + end, text: line.text.slice(start, end).trim() };
	});
	return { line, cells };
}
