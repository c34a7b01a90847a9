import { headingsOf } from '../../runbook/outline';
import { spotOf, type LintDocument } from '../document';
import type { Spot } from '../finding';
import { definedLabels } from '../markdownLinks';
import type { Rule } from '../rule';

/** `[text]` that is no link, reference, footnote, box or wiki link. */
const bracket = /(?<![\]\\!\w[])\[(?![\s^!xX]?\])(?![!^])([^[\]\n]{2,80})\](?![([:\]])/g;
/** Alone after `Label:`, in a list item or in a cell. */
const isWholeValue = /(?:[:：|–—]\s*(?:\*\*|__)?|^\s*(?:[-*+]|\d+[.)])\s+)[*_\s]*$/;
const endsValue = /^[*_\s.]*(?:$|\||\s{2}|<br)/;
/** Words that ask for something to be filled in, wherever the bracket stands. */
const asks =
	/^(?:link|url|insert|your|add|enter|fill|specify|name of|contact|phone|number|email|e-mail|tbd|todo|placeholder)\b|\b(?:here|goes here|contact|phone number|email address)$/i;
const unknownYet = /(?<![\w[-])(TBD|TBC|T\.B\.D\.)(?![\w-])/g;
const todoValue = /[:|]\s*[*_]*\s*(TODO|FIXME|XXX+|\?{3,})[*_\s]*(?:$|\|)/g;
const maskedNumber = /(?<![\w-])(\+?[\dX]{0,3}[-. (]{0,2}X{3}[-. )]{1,2}X{3,4}(?:[-. ]X{3,4})?)(?![\w-])/g;
/** Fixed words in brackets, numbers, intervals: `[RESOLVED]`, `[SEV-1]`, `[1]`, `[0-9]`. */
const fixed = /^(?:[A-Z][A-Z_-]{2,}|SEV-?\d|P\d|[\d\s.,:%–-]+|[^\p{L}]*)$/u;
/** Longer lines are data: no person reads them, and patterns take long on them. */
const maxLineLength = 2000;
/** Here gaps are the point: they are filled in during an incident. */
const templateHeading =
	/template|example|sample|format|message|wording|script|announcement|notification|draft|modelo|plantilla|exemplo|log\b|report/i;

export const unfilledPlaceholder: Rule = {
	code: 'unfilled-placeholder',
	severity: 'warning',
	summary: 'Something still has to be filled in: `[PagerDuty contact]`, `[Link to …]`, TBD.',
	check(document) {
		const labels = definedLabels(document);
		const quiet = quietLines(document);
		const inProse = document.prose.flatMap((text, index) => {
			if (text.length > maxLineLength || quiet.has(index + 1) || /^\s*(?:>|\|?[\s:|-]+$)/.test(text))
				return [];
			return placeholdersIn(text, labels).map(({ subject, at }) => spot(index + 1, subject, at));
		});
		const known = new Set(inProse.map(({ line }) => line));
		return [...inProse, ...contactGaps(document).filter(({ line }) => !known.has(line) && !quiet.has(line))];
	},
};

/** `<name>` and `{{phone}}` are gaps where a contact is expected; elsewhere they are markup or code. */
function contactGaps(document: LintDocument): readonly Spot[] {
	const gaps = document.runbook.contacts.filter(({ value }) => /^(?:<[^<>]+>|\{+[^{}]+\}+)$/.test(value));
	return gaps.map(({ line, value }) => spotOf(document, line, value));
}

interface Gap {
	readonly subject: string;
	readonly at: number;
}

function placeholdersIn(text: string, labels: ReadonlySet<string>): readonly Gap[] {
	const gaps: Gap[] = [];
	if (text.includes('[')) for (const found of bracketsIn(text, labels)) gaps.push(found);
	for (const pattern of [unknownYet, todoValue, maskedNumber]) {
		for (const match of text.matchAll(pattern)) {
			const subject = match[1] ?? match[0];
			const at = match.index + match[0].indexOf(subject);
			if (!gaps.some((gap) => at >= gap.at && at < gap.at + gap.subject.length)) gaps.push({ subject, at });
		}
	}
	return gaps;
}

function bracketsIn(text: string, labels: ReadonlySet<string>): readonly Gap[] {
	return [...text.matchAll(bracket)].flatMap((match) => {
		const name = (match[1] ?? '').trim();
		if (fixed.test(name) || labels.has(name.toLowerCase()) || !/\p{L}/u.test(name)) return [];
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		const whole = isWholeValue.test(before) && endsValue.test(after);
		return whole || asks.test(name) ? [{ subject: match[0], at: match.index }] : [];
	});
}

/** Tasks are filled in while they are done; templates and what follows their heading are meant to have gaps. */
function quietLines(document: LintDocument): ReadonlySet<number> {
	const lines = new Set<number>();
	const add = (from: number, to: number): void => {
		for (let line = from; line <= to; line++) lines.add(line);
	};
	for (const block of document.blocks) {
		if (block.kind === 'item' && block.checked !== undefined) add(block.line, block.endLine);
	}
	document.sections.forEach((section, index) => {
		if (!headingsOf(section).some(({ words }) => templateHeading.test(words.source))) return;
		const next = document.sections[index + 1]?.heading?.line ?? document.lines.length + 1;
		add(section.heading?.line ?? 1, next - 1);
	});
	return lines;
}

function spot(line: number, subject: string, at: number): Spot {
	return { line, column: at + 1, endColumn: at + 1 + subject.length, subject, detail: undefined };
}
