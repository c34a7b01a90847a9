/** A pipe table of GitHub Flavored Markdown: cells as inline source, trimmed. Lines are 1-based. */
export interface Table {
	readonly line: number;
	readonly header: readonly string[];
	readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const delimiterRow = /^\s{0,3}\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?\s*$/;

/**
 * The tables in a range of lines. Reads lines, not blocks: cells carry no position in a block parse.
 * `lines` is the whole document, `from` and `to` 1-based and inclusive; the range must hold no fence.
 */
export function readTables(lines: readonly string[], from: number, to: number): readonly Table[] {
	const tables: Table[] = [];
	for (let line = from; line < to; line++) {
		const header = lines[line - 1] ?? '';
		if (!header.includes('|') || !delimiterRow.test(lines[line] ?? '')) continue;
		const rows: Table['rows'][number][] = [];
		let next = line + 2;
		for (; next <= to && (lines[next - 1] ?? '').includes('|'); next++) {
			rows.push({ line: next, cells: splitRow(lines[next - 1] ?? '') });
		}
		tables.push({ line, header: splitRow(header), rows });
		line = next - 1;
	}
	return tables;
}

/** `\|` is a pipe in a cell, and so is one inside code. */
function splitRow(row: string): readonly string[] {
	const trimmed = row
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	return trimmed.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
