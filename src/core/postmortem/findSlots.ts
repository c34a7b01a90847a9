import { findActionList } from './actionList';
import { findActionTable } from './actionTable';
import { findFrontMatterField } from './frontMatter';
import { findHeadingField } from './keyHeadings';
import { findKeyLine } from './keyLines';
import { findTableFields } from './keyTables';
import { factKeyOf } from './labels';
import { lineEndOf, scanLines, type Line } from './lines';
import { findProse } from './prose';
import { sectionsOf, type Section } from './sections';
import type { Found } from './slots';
import { lastLineOf, tableAt, type Table } from './tables';
import { findTimelineList } from './timelineList';
import { findTimelineTable } from './timelineTable';
import { findTitle } from './titleHeading';
import { findTopicItems } from './topicItems';

/** Every place of a template that waits for an answer, in no particular order. Total and linear. */
export function findSlots(template: string): readonly Found[] {
	const lines = scanLines(template);
	const sections = sectionsOf(lines);
	const lineEnd = lineEndOf(template);
	const found = sections.flatMap((section) => findInSection(section, lines, lineEnd));
	const frontMatter = lines.flatMap((line, index) =>
		line.kind === 'frontMatter' ? findFrontMatterField(line, lines[index + 1]) : [],
	);
	return onlyOneTimeline([...frontMatter, ...findTitle(sections), ...found]);
}

function findInSection(section: Section, lines: readonly Line[], lineEnd: string): readonly Found[] {
	const tables = tablesOf(section, lines);
	const timelines = tables.flatMap((table) => {
		const slot = findTimelineTable(table, section, { notes: notesAbove(table, section, lines), lineEnd });
		return slot === undefined ? [] : [{ table, slot }];
	});
	const asTimeline = new Set(timelines.map(({ table }) => table));
	const rest = tables.filter((table) => !asTimeline.has(table));
	const actions = rest.flatMap((table) => findActionTable(table, section, lineEnd) ?? []);
	const others = rest.filter((table) => !actions.some(({ line }) => line === table.header.line.number));
	const inTable = new Set(
		tables.flatMap((table) =>
			[table.header, { line: table.delimiter }, ...table.rows].map(({ line }) => line),
		),
	);
	const own = section.foreign ? [] : others.flatMap(findTableFields);
	const below = [
		...timelines.map(({ slot }) => slot),
		...actions,
		...(actions.length > 0 ? [] : findActionList(section, lines, lineEnd)),
		...(timelines.length > 0 ? [] : findTimelineList(section, lines, lineEnd)),
		...own,
		...(section.foreign ? [] : keyLinesOf(section, lines, inTable)),
		...findHeadingField(section, lines, lineEnd),
		...findTopicItems(section, lines, lineEnd),
	];
	return [...below, ...findProse(section, lines, lineEnd)];
}

function tablesOf({ from, to }: Section, lines: readonly Line[]): readonly Table[] {
	const tables: Table[] = [];
	for (let index = from; index < to; index++) {
		const table = tableAt(lines, index);
		if (table !== undefined) {
			tables.push(table);
			index = lastLineOf(table).number - 1;
		}
	}
	return tables;
}

function notesAbove(table: Table, { from, heading }: Section, lines: readonly Line[]): string {
	const above = lines.slice(Math.max(from, table.header.line.number - 6), table.header.line.number - 1);
	return [heading?.text ?? '', ...above.map(({ text }) => text)].join(' ');
}

function keyLinesOf(
	{ from, to, heading }: Section,
	lines: readonly Line[],
	inTable: ReadonlySet<Line>,
): readonly Found[] {
	const isTimeline = heading !== undefined && factKeyOf(heading.text) === 'timeline';
	return lines.slice(from, to).flatMap((line, offset) => {
		const isCandidate = line.kind === 'text' && !inTable.has(line);
		const found = isCandidate ? findKeyLine(lines, from + offset) : [];
		return isTimeline ? found.filter(({ key }) => key !== 'other') : found;
	});
}

/** The first place gets all rows; the others wait for a person. */
function onlyOneTimeline(found: readonly Found[]): readonly Found[] {
	const first = found.find(({ kind }) => kind === 'timeline');
	return found.map((item) =>
		item.kind === 'timeline' && item !== first
			? { kind: 'open', key: item.key, label: item.label, line: item.line }
			: item,
	);
}
