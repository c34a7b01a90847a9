import type { Line } from './lines';
import { placeholderOf } from './placeholder';
import { bodyOf } from './sectionBody';
import type { Section } from './sections';
import type { ActionSlot, ActionStyle, Found } from './slots';
import { rangesOf, type LineSpan } from './timelineRanges';

/** `- [ ] text`, `3. text`: indent, marker, number, box, what is said. */
const item = /^([ \t>]*)(?:([-*+])|(\d{1,4})([.)]))(?:[ \t]+(\[[ xX]\])(?=[ \t]|$))?(?:[ \t]+(.*))?$/u;

/** The slot of a section about action items that has no table: its waiting items, its prompt, or below what it says. */
export function findActionList(section: Section, lines: readonly Line[], lineEnd: string): readonly Found[] {
	const heading = section.heading;
	if (heading === undefined || section.topic !== 'actionItems') {
		return [];
	}
	const place = {
		kind: 'actions',
		key: 'actionItems',
		label: heading.text,
		line: heading.line.number,
	} as const;
	const { head: content, insertAfter } = bodyOf(section, lines);
	const open = openItems(lines.slice(section.from, section.to));
	if (open[0] !== undefined) {
		return [{ ...place, ranges: rangesOf(open), style: styleOf(open[0].first.text, 0) }];
	}
	const only = content[0];
	if (
		only?.kind === 'text' &&
		content.length === 1 &&
		placeholderOf(only.text.replace(/^[ \t]*>[ \t]?/u, ''))
	) {
		return [{ ...place, ranges: [only], style: { ...bare, lead: '' } }];
	}
	if (section.isParent) {
		return [];
	}
	return below(place, { content, insertAfter, next: lines[content.at(-1)?.number ?? -1] }, lineEnd);
}

const bare: ActionStyle = {
	kind: 'list',
	lead: '',
	indent: '',
	marker: '-',
	number: undefined,
	isTask: false,
};

interface Body {
	readonly content: readonly Line[];
	readonly insertAfter: Line | undefined;
	readonly next: Line | undefined;
}

/** What is written stays; a list goes on, and after anything else a new one begins. */
function below(
	place: Omit<ActionSlot, 'ranges' | 'style'>,
	{ content, insertAfter, next }: Body,
	lineEnd: string,
): readonly Found[] {
	const last = content.at(-1) ?? insertAfter;
	const isFree =
		next === undefined || next.kind === 'blank' || content.length === 0 || /^ {0,3}#/u.test(next.text);
	if (last === undefined || !isFree || (content.length > 0 && last.kind !== 'text')) {
		return [{ kind: 'open', key: place.key, label: place.label, line: place.line }];
	}
	const items = content.filter(
		(line) => line.kind === 'text' && /^\S/u.test(line.text) && item.test(line.text),
	);
	const begun = content.length > 0 && isInList(content) ? items.at(-1) : undefined;
	const style = begun === undefined ? bare : styleOf(begun.text, 1);
	const lead = lineEnd.repeat(begun === undefined ? 2 : 1);
	return [{ ...place, ranges: [{ start: last.end, end: last.end }], style: { ...style, lead } }];
}

/** Whether the last line belongs to a list at the margin. */
function isInList(content: readonly Line[]): boolean {
	const from = content.findLastIndex(({ text }) => /^\S/u.test(text));
	return item.test(content[from]?.text ?? '') && !/^>/u.test(content[from]?.text ?? '');
}

function openItems(body: readonly Line[]): LineSpan[] {
	return body.flatMap((line) => {
		const match = line.kind === 'text' ? item.exec(line.text) : null;
		return match !== null && isOpenText(match[6] ?? '') ? [{ first: line, last: line }] : [];
	});
}

/** A placeholder, also with words that tell of a link to come. */
function isOpenText(text: string): boolean {
	return placeholderOf(text) !== undefined;
}

/** @param step how far an ordered list has counted on */
function styleOf(text: string, step: number): ActionStyle {
	const [, indent = '', bullet, number, close = ''] = item.exec(text) ?? [];
	return {
		kind: 'list',
		lead: '',
		indent,
		marker: bullet ?? close,
		number: number === undefined ? undefined : Number(number) + step,
		isTask: /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\]/u.test(text),
	};
}
