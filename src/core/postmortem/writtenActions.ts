import { actionColumns } from './actionTable';
import { scanLines, type Line } from './lines';
import { placeholderOf } from './placeholder';
import { sectionsOf, type Section } from './sections';
import type { ActionColumn } from './slots';
import { lastLineOf, tableAt, type Row } from './tables';

/** An action item as a postmortem has it. */
export interface WrittenAction {
	/** Plain text. */
	readonly text: string;
	readonly owner: string | undefined;
	/** A day, `2026-12-01`; `undefined` when there is none or it is no date. */
	readonly due: string | undefined;
	readonly done: boolean;
	/** 1-based. */
	readonly line: number;
	/** Where an owner and a day would be written, as 0-based columns; `undefined` when there is no place for it. */
	readonly ownerPlace: Place | undefined;
	readonly duePlace: Place | undefined;
}

export interface Place {
	readonly from: number;
	readonly to: number;
	/** What has to stand around what is written there. */
	readonly before: string;
	readonly after: string;
}

/** Every action item of a postmortem, in tables and lists of its sections about them; placeholders are none. Total. */
export function writtenActions(text: string): readonly WrittenAction[] {
	const lines = scanLines(text);
	return sectionsOf(lines).flatMap((section) =>
		section.topic === 'actionItems' || section.foreign ? inSection(section, lines) : [],
	);
}

function inSection(section: Section, lines: readonly Line[]): readonly WrittenAction[] {
	const found: WrittenAction[] = [];
	// A list below the table says how to write it.
	let hasTable = false;
	for (let index = section.from; index < section.to; index++) {
		const table = tableAt(lines, index);
		if (table !== undefined) {
			const columns = actionColumns(table.header.cells.map(({ text }) => text));
			const isAbout =
				columns.includes('action') && (section.topic === 'actionItems' || columns.includes('owner'));
			hasTable ||= isAbout;
			if (isAbout) found.push(...table.rows.flatMap((row) => inRow(row, columns)));
			index = lastLineOf(table).number - 1;
			continue;
		}
		const line = lines[index];
		if (line?.kind === 'text' && section.topic === 'actionItems' && !hasTable) found.push(...inItem(line));
	}
	return found;
}

function inRow(row: Row, columns: readonly ActionColumn[]): readonly WrittenAction[] {
	const cellAt = (column: ActionColumn) => row.cells[columns.indexOf(column)];
	const cell = (column: ActionColumn) => plain(cellAt(column)?.text ?? '');
	const text = cell('action');
	if (waits(cellAt('action')?.text ?? '') || text === '') return [];
	const place = (column: ActionColumn): Place | undefined => {
		const at = cellAt(column);
		const start = row.line.start;
		return at === undefined
			? undefined
			: { from: at.start - start, to: at.end - start, before: ' ', after: ' ' };
	};
	return [
		{
			text,
			owner: known(cell('owner')),
			due: dayIn(cell('due')),
			done: isDone(cell('status')) || /^~~.*~~$/u.test(cellAt('action')?.text ?? ''),
			line: row.line.number,
			ownerPlace: place('owner'),
			duePlace: place('due'),
		},
	];
}

const item = /^[ ]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(\S.*)$/u;

/** `- [ ] text (Ann, due 2026-12-01)`, `- text — owner: Ann, due: 2026-12-01`, `- @ann text`. */
function inItem(line: Line): readonly WrittenAction[] {
	const [, box, said] = item.exec(line.text) ?? [];
	if (said === undefined || waits(said)) return [];
	const remark = /\(([^()]*)\)\s*$/u.exec(said);
	const labelled = /\b(?:owner|assignee|assigned to)[*_]*:[*_]*\s*([^,;|)]+)/iu.exec(said)?.[1];
	const handle = /(?:^|\s)(@[\w-]+)/u.exec(said)?.[1];
	const due = dayIn(said);
	const end = line.text.trimEnd().length;
	return [
		{
			text: plain(remark === null || !isRemark(remark[1] ?? '') ? said : said.slice(0, remark.index)),
			owner: known(plain(labelled ?? handle ?? ownerIn(remark?.[1] ?? ''))),
			due,
			done: box?.toLowerCase() === 'x' || /^~~.*~~$/u.test(said) || /\bdone\b/iu.test(remark?.[1] ?? ''),
			line: line.number,
			ownerPlace: { from: end, to: end, before: ' (', after: ')' },
			duePlace: { from: end, to: end, before: ' (due ', after: ')' },
		},
	];
}

/** What this program writes behind an item; other words in parentheses belong to the text. */
function isRemark(remark: string): boolean {
	return /\bdue\b|\bdone\b|^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}$/u.test(remark);
}

function ownerIn(remark: string): string {
	if (!isRemark(remark)) return '';
	return remark.split(',').find((part) => !/\bdue\b|\bdone\b/iu.test(part) && part.trim() !== '') ?? '';
}

const doneWords =
	/\b(?:done|closed?|completed?|fixed|resolved|shipped|merged|cancell?ed|wont ?fix|obsolete)\b|^(?:x|✓|✔|✅|☑)|\[x\]/iu;

function isDone(status: string): boolean {
	return doneWords.test(status) && !/\b(?:not|un|in progress)\b|\//iu.test(status);
}

function dayIn(text: string): string | undefined {
	const day = /\b(\d{4}-\d{2}-\d{2})\b/u.exec(text)?.[1];
	return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

function known(text: string): string | undefined {
	const name = text.trim();
	return !waits(name) && !/^(?:none|nobody|unassigned|n\/a|tbd.*)$/iu.test(name) ? name : undefined;
}

/** A choice such as `retry / back off` is what somebody wrote: here nothing is chosen from. */
function waits(text: string): boolean {
	const placeholder = placeholderOf(text);
	return placeholder !== undefined && placeholder.kind !== 'choice';
}

/** Without emphasis, code, links' targets and backslashes. */
function plain(markdown: string): string {
	return markdown
		.replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
		.replace(/(?<!\\)(?:\*\*|__|~~|[*`])/gu, '')
		.replace(/\\([\p{P}\p{S}])/gu, '$1')
		.trim();
}
