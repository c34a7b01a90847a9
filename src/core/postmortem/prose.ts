import { fieldKeyOf } from './field';
import { factKeyOf, foldLabel } from './labels';
import type { Line } from './lines';
import { placeholderOf } from './placeholder';
import { bodyOf } from './sectionBody';
import type { Heading, Section } from './sections';
import type { Found } from './slots';

/** Sections only people can write, by the words of their headings. */
const proseTitle = new RegExp(
	[
		'\\b(?:summary|overview|tl dr|what happened|background|impact|root causes?|rca|causes?|5 whys|five whys|trigger',
		'contributing|detection|resolution|recovery|mitigations?|response|fix(?:es)?|lessons?|learned|learnt|went|lucky',
		'improved|prevention|corrective|preventi(?:ve|on)|follow ?ups?|next steps|resumen|resumo|impacto|causa|lecciones',
		'licoes|prevencao|symptoms?)\\b|概要|影响|根因|症状|修复|教训|调查',
	].join('|'),
	'u',
);

/** Prose sections, which wait for a person; a heading with text of its own kind is left out. */
export function findProse(section: Section, lines: readonly Line[], lineEnd: string): readonly Found[] {
	const heading = section.heading;
	if (heading === undefined || heading.level === 1) {
		return [];
	}
	const place = { kind: 'open', label: heading.text, line: heading.line.number } as const;
	const key = factKeyOf(heading.text);
	if (
		section.topic !== undefined ||
		key === 'timeline' ||
		key === 'roles' ||
		fieldKeyOf(heading.text) !== undefined
	) {
		return [];
	}
	const { content, insertAfter } = bodyOf(section, lines);
	if (key === 'summary' && !section.isParent) {
		const slot = summarySlot(heading, { content, insertAfter, lineEnd });
		return [slot ?? { ...place, key: 'prose' }];
	}
	const isEmpty = content.every(
		(line) => placeholderOf(line.text.replace(/^\s*(?:[>*+-]\s|[>*+-]$)/u, '')) !== undefined,
	);
	if (section.isParent && content.length === 0) {
		return [];
	}
	return isEmpty || proseTitle.test(foldLabel(heading.text)) ? [{ ...place, key: 'prose' }] : [];
}

interface Body {
	readonly content: readonly Line[];
	readonly insertAfter: Line | undefined;
	readonly lineEnd: string;
}

/** An empty summary, or a bare name such as `{summary}`, gets what the record can say; a prompt is for a person. */
function summarySlot(heading: Heading, { content, insertAfter, lineEnd }: Body): Found | undefined {
	const only =
		content.length === 1 && /^[[{<]+ ?\w+ ?[\]}>]+$/u.test(content[0]?.text ?? '') ? content[0] : undefined;
	const line = only ?? (content.length === 0 ? insertAfter : undefined);
	if (line === undefined) {
		return undefined;
	}
	return {
		kind: 'field',
		key: 'summary',
		label: heading.text,
		line: heading.line.number,
		start: only?.start ?? line.end,
		end: line.end,
		form: { kind: 'block', lead: only === undefined ? lineEnd.repeat(2) : '', bullet: '' },
		placeholder: { kind: 'empty' },
		saysUtc: false,
	};
}
