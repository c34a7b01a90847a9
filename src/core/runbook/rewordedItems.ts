import type { MintedItem } from '../incident/model';
import type { Matching, Pair } from './matchItems';
import { diceSimilarity, trigrams, type Trigrams } from './textSimilarity';

/** Texts less alike than this are different steps. */
const alike = 0.45;
/** The best candidate must be better than the next one by this much, or nothing is said. */
const margin = 0.05;
/** Added for standing just where the item stood. */
const samePlace = 0.15;
/** How many items of its group, nearest first, a reworded item is compared with. */
const near = 24;

interface Candidate extends Pair {
	/** Similarity, and a little for the place. */
	readonly score: number;
}

/** Pairs what no exact rule could: the same group, about the same place, and words that are alike. */
export function pairReworded(
	before: readonly MintedItem[],
	after: readonly MintedItem[],
	matching: Matching,
	renamed: (path: readonly string[]) => readonly string[],
): readonly Pair[] {
	const left = before.map((_, index) => index).filter((index) => matching.to(index) === undefined);
	if (left.length === 0) return [];
	// What has the very words of another item is a copy of that one.
	const known = new Set(before.map(({ text }) => text));
	const isOpen = ({ text }: MintedItem, index: number): boolean =>
		!matching.isTaken(index) && !known.has(text);
	const open = after.flatMap((item, index) => (isOpen(item, index) ? [index] : []));
	const groups = groupBy(open, (index) => after[index]?.path.join('\n') ?? '');
	const words = new Words();
	const candidates = left.flatMap((from): readonly Candidate[] => {
		const item = before[from];
		if (!item) return [];
		const group = groups.get(renamed(item.path).join('\n')) ?? groups.get(item.path.join('\n')) ?? [];
		const expected = expectedPlaces(from, before.length, matching);
		return nearest(group, expected[0] ?? from).flatMap((to) => {
			const similarity = diceSimilarity(words.of(item), words.of(after[to]));
			const score = similarity + (expected.includes(to) ? samePlace : 0);
			return similarity < alike ? [] : [{ from, to, similarity, score }];
		});
	});
	return pickClear(candidates);
}

/** Right after the item above it, and right before the item below it. */
function expectedPlaces(from: number, length: number, matching: Matching): readonly number[] {
	const places: number[] = [];
	for (let step = 1; step <= near && places.length === 0 && step <= from; step++) {
		const above = matching.to(from - step);
		if (above !== undefined) places.push(above + step);
	}
	for (let step = 1; step <= near && from + step < length; step++) {
		const below = matching.to(from + step);
		if (below === undefined) continue;
		places.push(below - step);
		break;
	}
	return places;
}

/** The positions of an ascending list that are nearest to one place. */
function nearest(positions: readonly number[], place: number): readonly number[] {
	if (positions.length <= near) return positions;
	let [low, high] = [0, positions.length - near];
	while (low < high) {
		const middle = (low + high) >> 1;
		const isLeft = place - (positions[middle] ?? 0) > (positions[middle + near] ?? 0) - place;
		if (isLeft) low = middle + 1;
		else high = middle;
	}
	return positions.slice(low, low + near);
}

/** Takes the best first; where a second one is nearly as good, neither is taken. */
function pickClear(candidates: readonly Candidate[]): readonly Pair[] {
	const byFrom = groupBy(candidates, (pair) => pair.from);
	const byTo = groupBy(candidates, (pair) => pair.to);
	const [from, to] = [new Set<number>(), new Set<number>()];
	const isFree = (pair: Pair): boolean => !from.has(pair.from) && !to.has(pair.to);
	return [...candidates]
		.sort((left, right) => right.score - left.score || left.from - right.from)
		.filter((pair) => {
			if (!isFree(pair)) return false;
			const rivals = [...(byFrom.get(pair.from) ?? []), ...(byTo.get(pair.to) ?? [])];
			const isClear = !rivals.some(
				(rival) => rival !== pair && isFree(rival) && rival.score > pair.score - margin,
			);
			from.add(pair.from);
			to.add(pair.to);
			return isClear;
		});
}

/** Trigrams of each item, made once and only when asked for. */
class Words {
	readonly #made = new Map<MintedItem | undefined, Trigrams>();

	of(item: MintedItem | undefined): Trigrams {
		const made = this.#made.get(item) ?? trigrams(item?.text ?? '');
		this.#made.set(item, made);
		return made;
	}
}

function groupBy<K, T>(values: readonly T[], key: (value: T) => K): ReadonlyMap<K, readonly T[]> {
	const groups = new Map<K, T[]>();
	for (const value of values) {
		const group = groups.get(key(value));
		if (group) group.push(value);
		else groups.set(key(value), [value]);
	}
	return groups;
}
