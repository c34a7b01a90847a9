import type { FactKey } from './facts';
import { fieldKeyOf, judgeField, plainLabel } from './field';
import { factKeyOf, isRoleLabel } from './labels';
import type { Line } from './lines';
import { placeholderOf } from './placeholder';
import { bodyOf } from './sectionBody';
import type { Heading, Section } from './sections';
import type { Found } from './slots';

interface BlockPlace {
	readonly start: number;
	readonly end: number;
	readonly lead: string;
	readonly bullet: string;
}

const itemStart = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,2}[.)][ \t]+)?/u;

/** Headings that are labels, such as `### Date`, when nothing but a comment or one prompt stands below. */
export function findHeadingField(
	section: Section,
	lines: readonly Line[],
	lineEnd: string,
): readonly Found[] {
	const heading = section.heading;
	const key = heading === undefined ? undefined : headingKeyOf(heading);
	if (heading === undefined || key === undefined || (section.foreign && key !== 'participants')) {
		return [];
	}
	const { content, insertAfter } = bodyOf(section, lines);
	const label = plainLabel(heading.text);
	const open: Found = { kind: 'open', key, label, line: heading.line.number };
	if (content.length === 0 && section.isParent) {
		return [];
	}
	if (content.length === 0) {
		return [insertAfter === undefined ? open : fieldAt(key, heading, insertionAfter(insertAfter, lineEnd))];
	}
	if (
		content.length === 1 &&
		content[0]?.kind === 'text' &&
		key !== 'participants' &&
		!isRoleList(key, label)
	) {
		const found = judgeOnly(heading, content[0]);
		return found.length > 0 ? found : [open];
	}
	const isList = key === 'participants' || key === 'roles';
	if (isList && isPromptList(content)) {
		return [fieldAt(key, heading, listRange(content))];
	}
	return [
		key === 'participants' && isPlainList(content) ? fieldAt(key, heading, below(content, lineEnd)) : open,
	];
}

/** Names that stand there stay; the list goes on below them. */
function below(content: readonly Line[], lineEnd: string): BlockPlace {
	const end = content.at(-1)?.end ?? 0;
	const marker = /^[-*+]/u.exec(content.at(-1)?.text ?? '')?.[0] ?? '-';
	return { start: end, end, lead: lineEnd, bullet: `${marker} ` };
}

function isPlainList(content: readonly Line[]): boolean {
	return content.every(({ kind, text }) => kind === 'text' && /^[-*+][ \t]/u.test(text));
}

function insertionAfter({ end }: Line, lineEnd: string): BlockPlace {
	return { start: end, end, lead: lineEnd.repeat(2), bullet: '' };
}

function headingKeyOf(heading: Heading): FactKey | undefined {
	if (heading.level === 1) {
		return undefined;
	}
	return factKeyOf(heading.text) === 'roles' ? 'roles' : fieldKeyOf(heading.text);
}

function isRoleList(key: FactKey, label: string): boolean {
	return key === 'roles' && !isRoleLabel(label);
}

function fieldAt(key: FactKey, heading: Heading, { start, end, lead, bullet }: BlockPlace): Found {
	const label = plainLabel(heading.text);
	return {
		kind: 'field',
		key,
		label,
		line: heading.line.number,
		start,
		end,
		form: { kind: 'block', lead, bullet },
		placeholder: { kind: 'empty' },
		saysUtc: label.includes('UTC'),
	};
}

function judgeOnly(heading: Heading, line: Line): readonly Found[] {
	const prefix = itemStart.exec(line.text)?.[0] ?? '';
	const value = line.text.slice(prefix.length).trimEnd();
	const start = line.start + prefix.length;
	return judgeField({
		label: heading.text,
		value,
		line: heading.line.number,
		start,
		end: start + value.length,
		form: { kind: 'block', lead: '', bullet: '' },
	});
}

function isPromptList(content: readonly Line[]): boolean {
	return content.every((line) => /^(?:[-*+]|\d{1,2}[.)])(?:[ \t]|$)/u.test(line.text) && isPrompt(line));
}

function isPrompt(line: Line): boolean {
	return line.kind === 'text' && placeholderOf(line.text.replace(itemStart, '')) !== undefined;
}

function listRange(content: readonly Line[]): BlockPlace {
	const bullet = /^[-*+]/u.exec(content[0]?.text ?? '')?.[0] ?? '-';
	return { start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0, lead: '', bullet: `${bullet} ` };
}
