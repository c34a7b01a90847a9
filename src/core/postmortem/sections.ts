import { factKeyOf, foldLabel } from './labels';
import type { Line } from './lines';

export interface Heading {
	readonly level: number;
	/** Without marks. */
	readonly text: string;
	readonly line: Line;
	/** Offsets of `text` in the whole template. */
	readonly start: number;
	readonly end: number;
}

/** A heading, or the beginning of the file, and the lines up to the next heading of any level. */
export interface Section {
	readonly heading: Heading | undefined;
	/** Where `lines[from]` begins its body; `to` is exclusive. */
	readonly from: number;
	readonly to: number;
	/** True inside action items, examples, approvals and the like: what stands there is not about the incident. */
	readonly foreign: boolean;
	/** True when sub-sections follow. */
	readonly isParent: boolean;
	/** The first line behind it and all its sub-sections, as an index. */
	readonly treeTo: number;
	/** What it is about, by its own heading or by that of the nearest section around it. */
	readonly topic: 'timeline' | 'actionItems' | undefined;
}

/** `Status` under these is the status of a task, `Date` the date of an approval. */
const foreignTitle = new RegExp(
	[
		'\\b(?:action(?: items?|s)?|tasks?|corrective|preventi(?:ve|on|on measures)|preventative|follow ?ups?|remediation',
		'next steps|recommendations?|lessons?|examples?|sample|guidelines?|instructions?|usage|how to|checklist',
		'sign ?off|approvals?|communications?|messag(?:e|es|ing)|notifications?|related incidents|previous incidents',
		'similar incidents|revision|revisions|version history|change ?log|document history|distribution|appendix',
		'acciones|seguimiento|acoes|acciones tomadas|comunicacion|comunicacao|aprobacion|aprovacao)\\b',
	].join('|'),
	'u',
);

export function sectionsOf(lines: readonly Line[]): readonly Section[] {
	const headings = lines.flatMap((_, index) => {
		const heading = headingAt(lines, index);
		return heading === undefined
			? []
			: [{ heading, from: index + (isUnderlined(lines, index) ? 2 : 1), index }];
	});
	const title = headings.find(({ heading }) => heading.level === 1)?.heading;
	let foreignLevel = Infinity;
	const topics: Topic[] = [];
	return [{ heading: undefined, from: 0, index: 0 }, ...headings].map(({ heading, from }, position) => {
		const level = heading?.level ?? 0;
		if (level <= foreignLevel) {
			foreignLevel = heading !== undefined && heading !== title && isForeign(heading) ? level : Infinity;
		}
		const next = headings[position];
		return {
			heading,
			from,
			to: next?.index ?? lines.length,
			foreign: foreignLevel !== Infinity,
			isParent: heading !== undefined && (next?.heading.level ?? 0) > level,
			treeTo: treeEnd(headings, position, level) ?? lines.length,
			topic: topicOf(heading, topics),
		};
	});
}

/** Each heading is passed by at most once a level, so all calls together stay linear. */
function treeEnd(
	headings: readonly { readonly heading: Heading; readonly index: number }[],
	position: number,
	level: number,
): number | undefined {
	for (let at = position; at < headings.length; at++) {
		const later = headings[at];
		if (later !== undefined && later.heading.level <= level) {
			return later.index;
		}
	}
	return undefined;
}

interface Topic {
	readonly level: number;
	readonly topic: Section['topic'];
}

/** @param topics of the sections around it, outermost first; kept up to date */
function topicOf(heading: Heading | undefined, topics: Topic[]): Section['topic'] {
	if (heading === undefined) {
		return undefined;
	}
	while ((topics.at(-1)?.level ?? 0) >= heading.level) {
		topics.pop();
	}
	const key = heading.level === 1 ? undefined : factKeyOf(heading.text);
	const topic = key === 'timeline' || key === 'actionItems' ? key : topics.at(-1)?.topic;
	topics.push({ level: heading.level, topic });
	return topic;
}

function isForeign(heading: Heading): boolean {
	return foreignTitle.test(foldLabel(heading.text));
}

function headingAt(lines: readonly Line[], index: number): Heading | undefined {
	const line = lines[index];
	if (line?.kind !== 'text') {
		return undefined;
	}
	const [, marks, gap, text] = /^( {0,3}#{1,6})([ \t]+)(.*)$/u.exec(line.text) ?? [];
	if (marks === undefined || gap === undefined || text === undefined) {
		return isUnderlined(lines, index) ? headingOf(line, 1, line.text.search(/\S/), line.text) : undefined;
	}
	const bare = text.replace(/(?:^|[ \t]+)#+[ \t]*$/u, '');
	return headingOf(
		line,
		marks.trim().length,
		marks.length + gap.length,
		line.text.slice(0, marks.length + gap.length) + bare,
	);
}

function headingOf(line: Line, level: number, from: number, upTo: string): Heading {
	const to = upTo.trimEnd().length;
	return {
		level,
		text: line.text.slice(from, to),
		line,
		start: line.start + from,
		end: line.start + Math.max(from, to),
	};
}

/** One line of text with `===` under it. */
function isUnderlined(lines: readonly Line[], index: number): boolean {
	const [before, line, under] = [lines[index - 1], lines[index], lines[index + 1]];
	const startsBlock = before === undefined || before.kind !== 'text' || /^ {0,3}#/.test(before.text);
	return (
		startsBlock &&
		line?.kind === 'text' &&
		under?.kind === 'text' &&
		/^ {0,3}=+[ \t]*$/.test(under.text) &&
		/^ {0,3}[^\s#>|*+-]/u.test(line.text)
	);
}
