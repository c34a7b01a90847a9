import { fieldKeyOf, judgeField, plainLabel } from './field';
import type { Line } from './lines';
import type { Found } from './slots';

/** A label found in a line, with the offsets of its value inside the line. */
interface KeyPart {
	readonly label: string;
	readonly from: number;
	readonly to: number;
}

/**
 * `Key:` lines, with what follows the colon as the value:
 * `Date: `, `- Date: …`, `**Date:** …`, `- **Date**: …`, and several bold ones in one line.
 */
export function findKeyLine(lines: readonly Line[], index: number): readonly Found[] {
	const line = lines[index];
	const parts = line === undefined ? [] : keyPartsOf(line.text);
	return line === undefined ? [] : parts.flatMap((part) => judgePart(lines, index, part));
}

const listStart = /^[ \t>]*(?:[-*+]|\d{1,2}[.)])[ \t]+/u;

function keyPartsOf(text: string): readonly KeyPart[] {
	const prefix = listStart.exec(text)?.[0] ?? /^[ \t>]*/u.exec(text)?.[0] ?? '';
	if (/^\[[ xX]\]/u.test(text.slice(prefix.length))) {
		return [];
	}
	const bold = [...text.matchAll(/\*\*([^*]{1,80}?)(?:[:：][ ]?\*\*|\*\*[ ]?[:：])/gu)];
	if (bold[0] !== undefined && !/[\p{L}\p{N}*]/u.test(text.slice(prefix.length, bold[0].index))) {
		return bold.map((match, at) => boldPart(text, match, bold[at + 1]?.index));
	}
	const plain = /^([^:：|*`[\]<>{}]{1,60})[:：]/u.exec(text.slice(prefix.length));
	const isKnown = plain?.[1] !== undefined && fieldKeyOf(plain[1]) !== undefined;
	return isKnown ? [partOf(text, plain[1] ?? '', prefix.length + plain[0].length, text.length)] : [];
}

function boldPart(text: string, match: RegExpExecArray, next: number | undefined): KeyPart {
	const from = match.index + match[0].length;
	const to = next === undefined ? text.length : from + withoutSeparator(text.slice(from, next)).length;
	return partOf(text, match[1] ?? '', from, to);
}

function withoutSeparator(value: string): string {
	const separator = /[·|•,;—–-]\s*$/u.exec(value);
	return separator === null ? value : value.slice(0, separator.index);
}

/** Hard breaks and comments at the end belong to the template, not to the value. */
function partOf(text: string, label: string, from: number, to: number): KeyPart {
	let value = text.slice(from, to);
	for (;;) {
		const trimmed = value.trimEnd();
		const shorter = withoutBreak(trimmed);
		if (shorter === trimmed) {
			return { label, from, to: trimmed === '' ? from + value.length : from + trimmed.length };
		}
		value = shorter;
	}
}

function withoutBreak(value: string): string {
	if (value.endsWith('-->')) {
		return value.slice(0, Math.max(0, value.lastIndexOf('<!--')));
	}
	return value.replace(/(?:\\|<br ?\/?>)$/u, '');
}

function judgePart(lines: readonly Line[], index: number, part: KeyPart): readonly Found[] {
	const line = lines[index];
	if (line === undefined || (isVague(part.label) && isNested(line.text))) {
		return [];
	}
	const value = line.text.slice(part.from, part.to);
	if (value.trim() === '' && part.to >= line.text.length && isAnsweredBelow(lines, index)) {
		const label = plainLabel(part.label);
		return [{ kind: 'open', key: fieldKeyOf(label) ?? 'other', label, line: line.number }];
	}
	const { from, lead } = startOf(value, part.to < line.text.length);
	const start = line.start + part.from + from;
	const end = value.trim() === '' ? start : line.start + part.to;
	return judgeField({ ...part, value, line: line.number, start, end, form: { kind: 'inline', lead } });
}

/** One space is the gap before the value; two or more are a hard break, and before a comment it is the gap after. */
function startOf(value: string, isFollowed: boolean): { from: number; lead: string } {
	const gap = value.length - value.trimStart().length;
	if (value.trim() !== '') {
		return { from: gap, lead: '' };
	}
	return gap === 1 && !isFollowed ? { from: 1, lead: '' } : { from: 0, lead: ' ' };
}

/** In a nested list these can be about anything. */
function isVague(label: string): boolean {
	const key = fieldKeyOf(label);
	return key === 'date' || key === 'status' || key === 'id' || key === 'title' || key === 'severity';
}

function isNested(text: string): boolean {
	return /^[ >]*(?: {2}|\t)[ \t]*[-*+\d]/u.test(text);
}

/** `Responders:` with a list, a paragraph or code below it has its value there. */
function isAnsweredBelow(lines: readonly Line[], index: number): boolean {
	const isItem = listStart.test(lines[index]?.text ?? '');
	const next = lines[index + 1];
	if (next === undefined || next.kind === 'comment') {
		return false;
	}
	if (next.kind === 'blank') {
		return !isItem && startsValue(lines[index + 2]);
	}
	if (next.kind === 'code') {
		return true;
	}
	return isItem ? isDeeper(next.text, lines[index]?.text ?? '') : !startsOther(next.text);
}

function startsValue(line: Line | undefined): boolean {
	return (
		line?.kind === 'code' || (line?.kind === 'text' && listStart.test(line.text) && !startsOther(line.text))
	);
}

function startsOther(text: string): boolean {
	return /^[ >]*(?:#{1,6} |[-*_=]{3,}\s*$)/u.test(text) || keyPartsOf(text).length > 0;
}

function isDeeper(text: string, than: string): boolean {
	return text.search(/[^ \t>]/u) > than.search(/[^ \t>]/u) || (!listStart.test(text) && !startsOther(text));
}
