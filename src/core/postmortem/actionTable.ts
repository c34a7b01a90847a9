import { foldLabel } from './labels';
import { placeholderOf } from './placeholder';
import { isExample } from './example';
import type { Section } from './sections';
import type { ActionColumn, ActionSlot } from './slots';
import { lastLineOf, type Row, type Table } from './tables';
import { rangesOf } from './timelineRanges';

/** Header words, most telling first; a column that fits none keeps what the template has. */
const columnWords: readonly (readonly [ActionColumn, RegExp])[] = [
	[
		'owner',
		/\b(?:owner|assignee|assigned(?: to)?|who|responsible|responsable|responsavel|dri|lead)\b|负责人|담당/u,
	],
	['due', /\b(?:due|deadline|eta|target date|prazo|fecha|plazo|by when|when)\b|截止|기한/u],
	['status', /\b(?:status|state|estado|done|progress)\b|状态|상태/u],
	['kind', /^(?:type|kind|category|tipo|类型)$/u],
	['action', /\b(?:action items?|actions?|task|acao|accion|item|todo|measure)\b|行动|措施/u],
	[
		'action',
		/\b(?:description|what|descripcion|descricao|summary|recommendation|improvement|details?)\b|描述/u,
	],
	['number', /^(?:|id|no|number|nr|num|ref|编号|序号)$/u],
];

/** The slot of a table that has a column for what is to be done, and one for who or until when. */
export function findActionTable(table: Table, section: Section, lineEnd: string): ActionSlot | undefined {
	const columns = actionColumns(table.header.cells.map(({ text }) => text));
	const isAboutActions = section.topic === 'actionItems' || columns.includes('owner');
	if (!columns.includes('action') || !isAboutActions || columns.length < 2 || isGuide(section)) {
		return undefined;
	}
	if (section.topic !== 'actionItems' && !section.foreign) {
		return undefined;
	}
	const open = table.rows.filter((row) => isOpenRow(row, columns));
	const last = lastLineOf(table);
	const written = table.rows.length - open.length;
	return {
		kind: 'actions',
		key: 'actionItems',
		label: section.heading?.text ?? '',
		line: table.header.line.number,
		ranges:
			open.length > 0
				? rangesOf(open.map(({ line }) => ({ first: line, last: line })))
				: [{ start: last.end, end: last.end }],
		style: {
			kind: 'table',
			lead: open.length > 0 ? '' : lineEnd,
			prefix: table.prefix,
			columns,
			widths: table.header.cells.map(({ start, end }) => end - start),
			sample: open[0]?.cells.map(({ text }) => text) ?? formOf(table.rows.at(-1), columns),
			first: open.length > 0 ? 1 : written + 1,
		},
	};
}

/** Each kind once, at its first column. @param titles as the header has them */
export function actionColumns(titles: readonly string[]): readonly ActionColumn[] {
	const folded = titles.map(foldLabel);
	const columns: ActionColumn[] = folded.map(() => 'other');
	for (const [column, words] of columnWords) {
		const index = folded.findIndex((title, at) => columns[at] === 'other' && words.test(title));
		if (index >= 0 && !columns.includes(column)) {
			columns[index] = column;
		}
	}
	return columns;
}

/** Of a row somebody wrote only the way it counts and ticks is taken over. */
function formOf(row: Row | undefined, columns: readonly ActionColumn[]): readonly string[] {
	return columns.map((column, at) =>
		column === 'number' || column === 'status' ? (row?.cells[at]?.text ?? '') : '',
	);
}

function isGuide({ heading }: Section): boolean {
	return /\b(?:examples?|guidelines?|instructions?|usage|how to)\b/u.test(foldLabel(heading?.text ?? ''));
}

/** Nothing but placeholders and a number, or an example that says so. */
function isOpenRow({ cells }: Row, columns: readonly ActionColumn[]): boolean {
	return (
		cells.some(({ text }) => isExample(text)) ||
		cells.every(
			({ text }, at) =>
				placeholderOf(text) !== undefined ||
				(columns[at] !== 'action' && /^(?:[a-z]{0,4}-?\d+|☐|\[ \])$/iu.test(text)),
		)
	);
}
