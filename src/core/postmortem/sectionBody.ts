import type { Line } from './lines';
import type { Section } from './sections';

export interface SectionBody {
	/** Lines that say something: no blank line, no comment, no rule. */
	readonly content: readonly Line[];
	/** The same up to the first rule: what stands behind it is the foot of the document. */
	readonly head: readonly Line[];
	/** The line a value can be put below; `undefined` where it would become part of something else. */
	readonly insertAfter: Line | undefined;
}

export function bodyOf(section: Section, lines: readonly Line[]): SectionBody {
	const body = lines.slice(section.from, section.to);
	const content = body.filter((line) => line.kind !== 'blank' && line.kind !== 'comment' && !isRule(line));
	const foot = body.find(isRule)?.number ?? Infinity;
	const head = content.filter(({ number }) => number < foot);
	const comment = body.findLast(({ kind }) => kind === 'comment');
	const place = comment ?? lines[section.from - 1];
	const next = place === undefined ? undefined : lines[place.number];
	const isOpenComment = comment?.text.includes('-->') === false;
	const isFree = next === undefined || next.kind === 'blank' || next.number > section.to;
	return { content, head, insertAfter: isFree && !isOpenComment ? place : undefined };
}

/** Whether a block of its own can begin below a line of the body: not inside code, not before what would join it. */
export function isFreeAfter(line: Line, content: readonly Line[], lines: readonly Line[]): boolean {
	const next = lines[line.number];
	if (content.length > 0 && line.kind !== 'text') {
		return false;
	}
	return next === undefined || next.kind === 'blank' || /^ {0,3}#/u.test(next.text) || content.length === 0;
}

function isRule({ kind, text }: Line): boolean {
	return kind === 'text' && /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u.test(text);
}
