import type { Hunk, LineRange } from './hunks';

/**
 * Which of the later changes of one file, oldest first, touched lines that the first one wrote, or that border on
 * them (git merges no two changes that touch). Gives their indexes.
 */
export function findSameLines(
	first: readonly Hunk[],
	later: readonly (readonly Hunk[])[],
): readonly number[] {
	let mine = first.map(({ after }) => toSpan(after));
	const found: number[] = [];
	later.forEach((hunks, index) => {
		const spans = hunks.map((hunk) => ({
			...toSpan(hunk.before),
			grows: hunk.after.count - hunk.before.count,
		}));
		if (spans.some((span) => mine.some((own) => span.from <= own.to && own.from <= span.to)))
			found.push(index);
		mine = mine.map((own) => shift(own, spans));
	});
	return found;
}

/** Between lines: `from` 4 is the place before line 5; equal ends are a place where nothing is left. */
interface Span {
	readonly from: number;
	readonly to: number;
}

function toSpan({ start, count }: LineRange): Span {
	return count === 0 ? { from: start, to: start } : { from: start - 1, to: start - 1 + count };
}

/** Where lines stand after a later change; where it went through them, all that it could have kept of them. */
function shift(own: Span, spans: readonly (Span & { readonly grows: number })[]): Span {
	const isBefore = (span: Span): boolean => span.to <= own.from && span.from < own.from;
	const before = sum(spans.filter(isBefore));
	const within = sum(spans.filter((span) => !isBefore(span) && span.from <= own.to));
	const from = Math.max(0, own.from + before);
	return { from, to: Math.max(from, own.to + before + within) };
}

function sum(spans: readonly { readonly grows: number }[]): number {
	return spans.reduce((total, { grows }) => total + grows, 0);
}
