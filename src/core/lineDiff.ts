/** A text's lines, each with its line end. */
export function linesOf(text: string): readonly string[] {
	return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** Products of line counts above this are not compared: the table would take too long. */
const maxCells = 16_000_000;

/**
 * For each line of `before` the index of the same line in `after`, in order, as many as possible (longest common
 * subsequence); `undefined` for lines that are gone. Very long texts only match at their beginning and end.
 */
export function matchLines(
	before: readonly string[],
	after: readonly string[],
): readonly (number | undefined)[] {
	let head = 0;
	while (head < before.length && head < after.length && before[head] === after[head]) head++;
	let tail = 0;
	while (
		tail < before.length - head &&
		tail < after.length - head &&
		before[before.length - 1 - tail] === after[after.length - 1 - tail]
	)
		tail++;
	const middle = matchMiddle(
		before.slice(head, before.length - tail),
		after.slice(head, after.length - tail),
	);
	return before.map((_, index) => {
		if (index < head) return index;
		if (index >= before.length - tail) return index + after.length - before.length;
		const match = middle[index - head];
		return match === undefined ? undefined : match + head;
	});
}

function matchMiddle(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
	const width = after.length + 1;
	const none: (number | undefined)[] = before.map(() => undefined);
	if (before.length === 0 || after.length === 0 || (before.length + 1) * width > maxCells) return none;
	const lengths = commonLengths(before, after);
	let column = 0;
	return none.map((_, row) => {
		const next = (row + 1) * width;
		while (column < after.length && before[row] !== after[column]) {
			if ((lengths[next + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) return undefined;
			column++;
		}
		return column < after.length ? column++ : undefined;
	});
}

/** At `row * width + column`: how long the best match of all from there on is. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
	const width = after.length + 1;
	const lengths = new Uint32Array((before.length + 1) * width);
	for (let row = before.length - 1; row >= 0; row--) {
		for (let column = after.length - 1; column >= 0; column--) {
			const at = row * width + column;
			lengths[at] =
				before[row] === after[column]
					? (lengths[at + width + 1] ?? 0) + 1
					: Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
		}
	}
	return lengths;
}

/** What changed, as lines ` same`, `-gone`, `+new`, with three lines around; hunks without numbers begin with `@@`. */
export function diffLines(before: string, after: string): readonly string[] {
	const [left, right] = [linesOf(before), linesOf(after)];
	const rows: string[] = [];
	let at = 0;
	matchLines(left, right).forEach((match, index) => {
		if (match === undefined) {
			rows.push(`-${withoutEnd(left[index])}`);
			return;
		}
		for (; at < match; at++) rows.push(`+${withoutEnd(right[at])}`);
		rows.push(` ${withoutEnd(right[match])}`);
		at = match + 1;
	});
	for (; at < right.length; at++) rows.push(`+${withoutEnd(right[at])}`);
	return aroundChanges(rows);
}

function aroundChanges(rows: readonly string[]): readonly string[] {
	const near = new Set<number>();
	rows.forEach((row, index) => {
		if (!row.startsWith(' ')) for (let by = -3; by <= 3; by++) near.add(index + by);
	});
	return rows.flatMap((row, index) => {
		if (!near.has(index)) return [];
		return near.has(index - 1) && index > 0 ? [row] : ['@@', row];
	});
}

function withoutEnd(line = ''): string {
	return line.replace(/[\r\n]+$/, '');
}
