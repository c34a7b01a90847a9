import type { MintedItem } from '../incident/model';
import type { Pair } from './matchItems';

/** More twins than this on both sides together are paired in order: a list of the same line, over and over. */
const manyTwins = 10_000;

/**
 * Pairs items that cannot be told apart by themselves (`Notify the team`, twice) by what stands around them; between
 * equals the first wins, since a copy is pasted below. `from` and `to` are ascending positions.
 */
export function pairTwins(
	from: readonly number[],
	to: readonly number[],
	before: readonly MintedItem[],
	after: readonly MintedItem[],
): readonly Pair[] {
	if (from.length * to.length <= 1 || from.length * to.length > manyTwins) return pairInOrder(from, to);
	const candidates = from.flatMap((left, leftRank) =>
		to.map((right, rightRank) => ({
			from: left,
			to: right,
			similarity: 1,
			alike: likeNeighbours(before, left, after, right),
			shift: Math.abs(leftRank - rightRank),
		})),
	);
	candidates.sort((left, right) => right.alike - left.alike || left.shift - right.shift);
	return pickGreedily(candidates);
}

/** Takes the candidates as they come, each position once. */
export function pickGreedily<T extends Pair>(candidates: readonly T[]): readonly T[] {
	const [from, to] = [new Set<number>(), new Set<number>()];
	return candidates.filter((pair) => {
		if (from.has(pair.from) || to.has(pair.to)) return false;
		from.add(pair.from);
		to.add(pair.to);
		return true;
	});
}

function pairInOrder(from: readonly number[], to: readonly number[]): readonly Pair[] {
	return from.slice(0, to.length).map((left, rank) => ({ from: left, to: to[rank] ?? -1, similarity: 1 }));
}

/** How many of the two items above and the two below are the same, the nearest counting most, 0 to 6. */
function likeNeighbours(
	before: readonly MintedItem[],
	left: number,
	after: readonly MintedItem[],
	right: number,
): number {
	const weights = [
		[-2, 1],
		[-1, 2],
		[1, 2],
		[2, 1],
	] as const;
	return weights.reduce(
		(sum, [step, weight]) => sum + (before[left + step]?.text === after[right + step]?.text ? weight : 0),
		0,
	);
}
