import { findSlots } from '../findSlots';
import { bodyOf } from '../sectionBody';
import { placeholderOf } from '../placeholder';
import type { Section } from '../sections';
import type { Line } from '../lines';
import { blame } from './blame';
import { isAbout, readCheckDocument, type CheckDocument } from './document';
import type { CheckCode, CheckFinding } from './finding';
import { timesOutOfOrder } from './times';

type Spot = Omit<CheckFinding, 'code'>;

interface CheckRule {
	readonly code: CheckCode;
	readonly check: (document: CheckDocument) => readonly Spot[];
}

/** What a review of a postmortem asks, one rule a line. */
export const checkRules: readonly CheckRule[] = [
	{ code: 'open-place', check: openPlaces },
	{ code: 'action-without-owner', check: withoutOwner },
	{ code: 'action-without-due', check: withoutDue },
	{ code: 'times-out-of-order', check: timesOutOfOrder },
	{ code: 'blame', check: blame },
	{ code: 'no-impact-number', check: noImpactNumber },
	{
		code: 'single-root-cause',
		check: singleRootCause,
	},
];

/** Everything a review would ask about a postmortem, in the order of its lines. Total. */
export function checkPostmortem(text: string): readonly CheckFinding[] {
	const document = readCheckDocument(text);
	return checkRules
		.flatMap(({ code, check }) => check(document).map((spot) => ({ code, ...spot })))
		.sort((one, other) => one.line - other.line || one.column - other.column);
}

function openPlaces({ text, lines, sections }: CheckDocument): readonly Spot[] {
	const waiting = findSlots(text).flatMap((slot): readonly [number, string][] => {
		switch (slot.kind) {
			case 'field':
				return slot.form.kind === 'heading' || slot.key === 'summary' ? [] : [[slot.line, slot.label]];
			case 'timeline':
			case 'actions':
				return slot.ranges.some(({ start, end }) => end > start) ? [[slot.line, slot.label]] : [];
			case 'open':
				return slot.key === 'other' ? [[slot.line, slot.label]] : [];
		}
	});
	const prose = sections.flatMap((section): readonly [number, string][] =>
		section.heading !== undefined && isOpenProse(section, lines)
			? [[section.heading.line.number, section.heading.text]]
			: [],
	);
	const byLine = new Map([...waiting, ...prose]);
	return [...byLine].map(([line, label]) => spotAt(lines[line - 1], label));
}

/** Nothing below the heading but placeholders; a section without anything may be meant so. */
function isOpenProse(section: Section, lines: readonly Line[]): boolean {
	const { content } = bodyOf(section, lines);
	const texts = content.map(({ text }) => text.replace(/^\s*(?:[-*+]|\d+[.)]|>)(?:\s+|$)/u, ''));
	return (
		section.topic === undefined &&
		content.length > 0 &&
		content.every(({ kind }) => kind === 'text') &&
		texts.every((text) => placeholderOf(text) !== undefined) &&
		texts.some((text) => text.trim() !== '')
	);
}

function withoutOwner({ actions, lines }: CheckDocument): readonly Spot[] {
	return actions
		.filter(({ done, owner }) => !done && owner === undefined)
		.map(({ line, text }) => spotAt(lines[line - 1], text));
}

function withoutDue({ actions, lines }: CheckDocument): readonly Spot[] {
	return actions
		.filter(({ done, due }) => !done && due === undefined)
		.map(({ line, text }) => spotAt(lines[line - 1], text));
}

const impactWords =
	/^(?:(?:customer|user|end user|business|service) )?(?:impact|impacto)(?: assessment| summary| analysis)?$|^影响$/u;
const numberWords =
	/\d|\b(?:no|none|nobody|zero|all|every|half|one|two|three|dozens?|hundreds?|thousands?|millions?|ningun[oa]?|todos?|nenhum)\b|[一二三四五六七八九十百千万]/iu;

function noImpactNumber({ sections, lines }: CheckDocument): readonly Spot[] {
	return sections.flatMap((section) => {
		if (section.heading === undefined || !isAbout(section, impactWords)) return [];
		const body = lines.slice(section.from, section.treeTo).filter(({ kind }) => kind === 'text');
		const written = body.filter(
			({ text }) => !/^ {0,3}#/u.test(text) && placeholderOf(withoutLabel(text)) === undefined,
		);
		if (written.length === 0 || written.some(({ text }) => numberWords.test(text))) return [];
		return [spotAt(section.heading.line, section.heading.text)];
	});
}

/** `- **Users:** [number]` waits as much as `[number]` does. */
function withoutLabel(text: string): string {
	return text.replace(/^[\s>*+-]+/u, '').replace(/^[^:|[\]]{1,60}:[*_]{0,2}\s*/u, '');
}

const rootCause =
	/^(?:root causes?|rca|root cause analysis|primary cause|causa raiz|direct cause|根因)(?: rca| analysis)?$/u;
const contributing = /\bcontribut\w*|\bfactors?\b|\bfactores\b|\bwhys\b|\bcausal chain\b|\btrigger\b/iu;

/** An incident has more than one thing that had to be so; a list of causes, or a word about others, is enough. */
function singleRootCause({ sections, lines }: CheckDocument): readonly Spot[] {
	const causes = sections.filter((section) => isAbout(section, rootCause));
	if (causes.length === 0 || tellsFactors(sections, lines)) return [];
	return causes.flatMap((section) => {
		const { heading } = section;
		const { content } = bodyOf(section, lines);
		const written = content.filter(({ kind, text }) => kind === 'text' && placeholderOf(text) === undefined);
		const items = content.filter(({ text }) => /^(?:[-*+]|\d+[.)]) /u.test(text));
		const tells = written.some(({ text }) => contributing.test(text)) || section.isParent;
		if (heading === undefined || written.length === 0 || items.length > 1 || tells) return [];
		return [spotAt(heading.line, heading.text)];
	});
}

/** Whether a section about what contributed has been written. */
function tellsFactors(sections: readonly Section[], lines: readonly Line[]): boolean {
	return sections.some(
		(section) =>
			contributing.test(section.heading?.text ?? '') &&
			bodyOf(section, lines).content.some(
				({ text }) => placeholderOf(text.replace(/^[\s>*+-]+/u, '')) === undefined,
			),
	);
}

/** The words of a whole line. */
function spotAt(line: Line | undefined, subject: string): Spot {
	const text = line?.text ?? '';
	const column = text.length - text.trimStart().length + 1;
	return {
		line: line?.number ?? 1,
		column,
		endColumn: Math.max(column + 1, text.trimEnd().length + 1),
		subject,
		detail: undefined,
	};
}
