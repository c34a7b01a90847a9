import type { Line } from './lines';
import { factKeyOf } from './labels';
import { clockMask, dateMask, placeholderOf } from './placeholder';
import { bodyOf, isFreeAfter } from './sectionBody';
import { afterWritten, codeEntries, entryHeadings } from './timelineForms';
import type { Section } from './sections';
import type { Found, TimelineSlot } from './slots';
import { rangesOf, type LineSpan } from './timelineRanges';

/** `- **HH:MM UTC** – text`: marker, what opens, the mask, what closes, the separator. */
const timedItem = new RegExp(
	'^([ \\t]*(?:[-*+]|\\d{1,2}[.)])[ \\t]+)([*_`]{0,3})[\\[<{]{0,2}[ ]?' +
		`((?:(?:${dateMask.source})[ tT]*)?(?:${clockMask.source})?)` +
		'(?: ?(?:UTC|Z))?[ ]?[\\]>}]{0,2}(:?[*_`]{0,3}(?: ?(?:UTC|Z))?)([ \\t]*[:–—-]*[ \\t]*)',
	'iu',
);

const bareItem = /^[ \t]*(?:[-*+]|\d{1,2}[.)])(?:[ \t]+|$)/u;

/** The slot of a section that is the timeline: its list of masked items, or its empty body. */
export function findTimelineList(
	section: Section,
	lines: readonly Line[],
	lineEnd: string,
): readonly Found[] {
	const heading = section.heading;
	if (heading === undefined || factKeyOf(heading.text) !== 'timeline' || section.foreign) {
		return [];
	}
	const body = lines.slice(section.from, section.to);
	const items = openItems(body);
	const { head: content, insertAfter } = bodyOf(section, lines);
	const place = {
		kind: 'timeline',
		key: 'timeline',
		label: heading.text,
		line: heading.line.number,
	} as const;
	const saysUtc = [heading.text, ...content.map(({ text }) => text)].some((text) => /\bUTC\b/u.test(text));
	if (items[0] !== undefined) {
		return [{ ...place, ranges: rangesOf(items), ...styleOf(items[0].first.text, saysUtc) }];
	}
	const tree = lines.slice(section.from, section.treeTo);
	const found =
		entryHeadings(tree, heading.level, lineEnd) ?? codeEntries(body) ?? afterWritten(tree, lineEnd, saysUtc);
	if (found !== undefined) {
		return [{ ...place, ...found }];
	}
	const last = section.isParent ? undefined : (content.at(-1) ?? insertAfter);
	if (last === undefined || !isFreeAfter(last, content, lines)) {
		return [{ kind: 'open', key: 'timeline', label: heading.text, line: heading.line.number }];
	}
	const style = { kind: 'list', lead: lineEnd.repeat(2), before: '- ', after: ': ' } as const;
	const clock = { withDate: true, saysUtc };
	return [{ ...place, ranges: [{ start: last.end, end: last.end }], style, clock }];
}

/** The items that show a mask, or nothing, each with the lines that continue it. */
function openItems(body: readonly Line[]): LineSpan[] {
	return body.flatMap((line, index) => {
		if (line.kind !== 'text' || !isOpenItem(line.text)) {
			return [];
		}
		let last = index;
		while (isContinuation(body[last + 1], line)) {
			last++;
		}
		return [{ first: line, last: body[last] ?? line }];
	});
}

function isOpenItem(text: string): boolean {
	const mask = timedItem.exec(text)?.[3] ?? '';
	return mask !== '' || (bareItem.test(text) && placeholderOf(text.replace(bareItem, '')) !== undefined);
}

function isContinuation(line: Line | undefined, item: Line): boolean {
	return line?.kind === 'text' && line.text.search(/\S/u) > item.text.search(/\S/u);
}

function styleOf(text: string, saysUtc: boolean): Pick<TimelineSlot, 'style' | 'clock'> {
	const [, marker, opening, mask, closing, separator] = timedItem.exec(text) ?? [];
	const plain = mask === undefined || mask === '';
	const gap = separator?.trim() === '' ? ' ' : (separator ?? ': ').replace(/\s*$/u, ' ');
	return {
		style: {
			kind: 'list',
			lead: '',
			before: plain ? (/^\s*\S+/u.exec(text)?.[0] ?? '-') + ' ' : `${marker ?? '- '}${opening ?? ''}`,
			after: plain ? ': ' : `${(closing ?? '').replace(/ ?(?:UTC|Z)$/iu, '')}${gap}`,
		},
		clock: { withDate: plain || dateMask.test(mask), saysUtc },
	};
}
