import { isTelling } from '../incident/timelineFilter';
import type { Instant, TimelineEntry } from '../incident/model';
import { oneLine } from '../printable';
import { shorten } from './text';

const minuteMs = 60_000;
/** The picture is drawn as wide as the page: more columns than this are too small to read. */
const mostColumns = 5;
const mostInColumn = 6;
const longestText = 70;
/** Minutes a column stands for; the first with few enough columns is taken. */
const widths = [1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440];

/**
 * What tells the story, as the source of a Mermaid timeline; nothing when nothing does. Grammar of a line:
 * `period : event : event`; see https://mermaid.js.org/syntax/timeline.html.
 */
export function mermaidTimeline(timeline: readonly TimelineEntry[], declaredAt: Instant): readonly string[] {
	const entries = timeline.filter((entry) => isTelling(entry) && counts(entry));
	if (entries.length === 0) return [];
	const minutes = entries.map(({ at }) => Math.floor((at - declaredAt) / minuteMs));
	const width = widthFor(minutes);
	const columns = new Map<number, string[]>();
	entries.forEach(({ text }, index) => {
		const column = columnOf(minutes[index] ?? 0, width);
		columns.set(column, [...(columns.get(column) ?? []), text]);
	});
	return ['timeline', ...[...columns].map(([column, texts]) => columnLine(column, width, texts))];
}

function counts({ mark }: TimelineEntry): boolean {
	return mark !== 'retracted' && mark !== 'undone';
}

/** Without a width that fits, a multiple of days does. */
function widthFor(minutes: readonly number[]): number {
	const columnsAt = (width: number): number => new Set(minutes.map((minute) => columnOf(minute, width))).size;
	const days = Math.max(1, Math.ceil((minutes.at(-1) ?? 0) / 1440 / (mostColumns - 1)));
	return widths.find((width) => columnsAt(width) <= mostColumns) ?? days * 1440;
}

/** All that was before the declaration is one column, -1. */
function columnOf(minute: number, width: number): number {
	return minute < 0 ? -1 : Math.floor(minute / width);
}

function columnLine(column: number, width: number, texts: readonly string[]): string {
	const shown = texts.slice(0, mostInColumn).map(mermaidText);
	const left = texts.length - shown.length;
	if (left > 0) shown.push(`and ${left} more`);
	return `    ${columnTitle(column, width)} : ${shown.join(' : ')}`;
}

function columnTitle(column: number, width: number): string {
	if (column < 0) return 'before T+0';
	const start = column * width;
	if (width === 1) return `T+${start} min`;
	return width % 60 === 0
		? `T+${start / 60} to T+${(start + width) / 60} h`
		: `T+${start} to T+${start + width} min`;
}

/**
 * Characters that mean something to Mermaid or to the HTML it makes, and what stands for them, in every font. A colon
 * separates events, a hash begins a comment or an entity, a semicolon ends one.
 */
const lookalikes: Readonly<Record<string, string>> = {
	':': '\u2236',
	'#': '\u266f',
	';': ',',
	'{': '(',
	'}': ')',
	'<': '\u2039',
	'>': '\u203a',
	'&': '+',
	'`': "'",
	'"': "'",
	'\\': '/',
};

/** Foreign text that stays one event of the diagram. `%%` begins a comment or a directive, `$$` a formula. */
export function mermaidText(text: string): string {
	const plain = shorten(oneLine(text), longestText)
		.replace(/[:#;{}<>&`"\\]/g, (character) => lookalikes[character] ?? ' ')
		.replace(/([%$])\1+/g, '$1');
	return plain === '' ? '-' : plain;
}
