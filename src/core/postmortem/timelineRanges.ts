import type { Line } from './lines';

export interface Range {
	readonly start: number;
	readonly end: number;
}

/** One row or list item: the lines it takes. */
export interface LineSpan {
	readonly first: Line;
	readonly last: Line;
}

/** Neighbours become one range, without the line end after it. */
export function rangesOf(spans: readonly LineSpan[]): readonly Range[] {
	const runs: { first: Line; last: Line }[] = [];
	for (const { first, last } of spans) {
		const run = runs.at(-1);
		if (run !== undefined && run.last.number + 1 === first.number) {
			run.last = last;
		} else {
			runs.push({ first, last });
		}
	}
	return runs.map(({ first, last }) => ({ start: first.start, end: last.end }));
}
