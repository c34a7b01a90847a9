import { linesOf, matchLines } from '../lineDiff';
import type { FilledSlot, FillResult } from './fill';
import type { Range } from './timelineRanges';

/** A postmortem brought up to date; `kept` are answers that changed, but stand where a person has been. */
export interface Refreshed {
	readonly text: string;
	readonly refreshed: readonly Answer[];
	readonly kept: readonly Answer[];
}

export interface Answer {
	readonly key: FilledSlot['key'];
	readonly label: string;
}

export interface RefreshInput {
	readonly template: string;
	/** The postmortem as it is now. */
	readonly current: string;
	/** What the template was or may have been filled to earlier, oldest first. */
	readonly earlier: readonly FillResult[];
	readonly fresh: FillResult;
}

/**
 * Writes new answers over old ones, line by line, and only where the lines are still exactly as they had been filled
 * in. Whatever a person has touched, added or moved stays.
 */
export function refreshPostmortem({ template, current, earlier, fresh }: RefreshInput): Refreshed {
	const base = closest(earlier, current);
	if (base === undefined) return { text: current, refreshed: [], kept: fresh.filled.map(answerOf) };
	const lines = linesOf(current);
	const matches = matchLines(linesOf(base.text), lines);
	const refreshed: Answer[] = [];
	const kept: Answer[] = [];
	const pieces: string[] = [];
	let at = 0;
	for (const block of changedBlocks(template, base, fresh)) {
		const places = matches.slice(block.before.start, block.before.end);
		const first = places[0];
		const isUntouched = first !== undefined && places.every((place, index) => place === first + index);
		if (!isUntouched || first < at) {
			kept.push(...block.answers);
			continue;
		}
		pieces.push(...lines.slice(at, first), block.text);
		at = first + places.length;
		refreshed.push(...block.answers);
	}
	return { text: [...pieces, ...lines.slice(at)].join(''), refreshed, kept };
}

/** The earlier fill whose answers stand in the text best: most found, fewest missing; of equals the latest. */
function closest(earlier: readonly FillResult[], current: string): FillResult | undefined {
	let best: { readonly fill: FillResult; readonly score: number } | undefined;
	for (const fill of earlier) {
		const answers = fill.filled
			.flatMap(({ places }) => places)
			.map(({ target }) => fill.text.slice(target.start, target.end))
			.filter((text) => text !== '');
		const found = answers.filter((text) => current.includes(text)).length;
		const score = 2 * found - answers.length;
		if (found > 0 && (best === undefined || score >= best.score)) best = { fill, score };
	}
	return best?.fill;
}

interface Block {
	/** Lines of the earlier fill, 0-based, the end exclusive. */
	readonly before: Range;
	/** What is to stand there. */
	readonly text: string;
	readonly answers: readonly Answer[];
}

/** The places where the two fills differ, as whole lines; places that share a line are one block. */
function changedBlocks(template: string, base: FillResult, fresh: FillResult): readonly Block[] {
	const slots = [...base.filled, ...fresh.filled].map((slot) => ({
		slot,
		lines: linesIn(template, hull(slot)),
	}));
	slots.sort((one, other) => one.lines.start - other.lines.start);
	const groups: { start: number; end: number; answers: Map<string, Answer> }[] = [];
	for (const { slot, lines } of slots) {
		const last = groups.at(-1);
		const group =
			last !== undefined && lines.start < last.end ? last : { ...lines, answers: new Map<string, Answer>() };
		if (group !== last) groups.push(group);
		group.end = Math.max(group.end, lines.end);
		group.answers.set(`${slot.key} ${slot.line}`, answerOf(slot));
	}
	return groups.flatMap(({ start, end, answers }) => {
		const range = offsetsOf(template, { start, end });
		const [old, next] = [within(base, range), within(fresh, range)];
		const before = linesIn(base.text, old);
		const text = fresh.text.slice(next.start, next.end);
		return base.text.slice(old.start, old.end) === text
			? []
			: [{ before, text, answers: [...answers.values()] }];
	});
}

function hull({ places }: FilledSlot): Range {
	const sources = places.map(({ source }) => source);
	return {
		start: Math.min(...sources.map(({ start }) => start)),
		end: Math.max(...sources.map(({ end }) => end)),
	};
}

/** The lines that offsets lie in; an end right behind a line end still belongs to that line. */
function linesIn(text: string, { start, end }: Range): Range {
	const count = (offset: number): number => text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0;
	const from = count(start);
	const isWhole = end > start && /[\r\n]$/.test(text.slice(start, end));
	return { start: from, end: Math.max(from + 1, count(end) + (isWhole ? 0 : 1)) };
}

function offsetsOf(text: string, { start, end }: Range): Range {
	const lines = linesOf(text);
	const length = (to: number): number => lines.slice(0, to).reduce((sum, line) => sum + line.length, 0);
	return { start: length(start), end: length(end) };
}

/** Where whole lines of the template came to stand in a fill. */
function within({ filled }: FillResult, { start, end }: Range): Range {
	const shift = (offset: number, isEnd: boolean): number =>
		filled
			.flatMap(({ places }) => places)
			.filter(({ source }) => (isEnd ? source.end <= offset : source.start < offset))
			.reduce((sum, { source, target }) => sum + target.end - target.start - (source.end - source.start), 0);
	return { start: start + shift(start, false), end: end + shift(end, true) };
}

function answerOf({ key, label }: FilledSlot): Answer {
	return { key, label };
}
