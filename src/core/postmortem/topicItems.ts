import { factKeyOf } from './labels';
import type { Line } from './lines';
import type { Section } from './sections';
import type { Found } from './slots';

/** `- Timeline` or `- Action items:` with nothing below: the answer is a list inside that item. */
export function findTopicItems(section: Section, lines: readonly Line[], lineEnd: string): readonly Found[] {
	if (section.foreign || section.topic !== undefined) {
		return [];
	}
	return lines.slice(section.from, section.to).flatMap((line) => {
		const [, marker, label] =
			/^([-*+][ \t]+)[*_]{0,2}([\p{L} ]{4,40}?):?[*_]{0,2}:?[ \t]*$/u.exec(line.text) ?? [];
		const isFree = line.kind === 'text' && !/^[ \t]+\S/u.test(lines[line.number]?.text ?? '');
		return marker === undefined || label === undefined || !isFree
			? []
			: slotFor({ label, line, indent: ' '.repeat(marker.length) }, lineEnd);
	});
}

interface TopicItem {
	readonly label: string;
	readonly line: Line;
	readonly indent: string;
}

function slotFor({ label, line, indent }: TopicItem, lineEnd: string): readonly Found[] {
	const key = factKeyOf(label);
	const place = { label, line: line.number, ranges: [{ start: line.end, end: line.end }] };
	if (key === 'timeline') {
		const style = { kind: 'list', lead: lineEnd, before: `${indent}- `, after: ': ' } as const;
		return [{ ...place, kind: 'timeline', key, style, clock: { withDate: true, saysUtc: false } }];
	}
	if (key === 'actionItems') {
		const style = {
			kind: 'list',
			lead: lineEnd,
			indent,
			marker: '-',
			number: undefined,
			isTask: false,
		} as const;
		return [{ ...place, kind: 'actions', key, style }];
	}
	return [];
}
