import type { MintedItem } from '../incident/model';
import { pairTwins } from './itemTwins';
import { findRenamedPaths } from './renamedPaths';
import { pairReworded } from './rewordedItems';

/** How an item was recognised, surest first; `reworded` compares the texts. */
export type MatchTier = 'path' | 'heading' | 'text' | 'reworded';

export interface ItemMatch {
	/** Id of the item before the edit, and of the same item after it. */
	readonly before: string;
	readonly after: string;
	readonly tier: MatchTier;
	/** 0 to 1; 1 for the same text. */
	readonly similarity: number;
	/** Whether a person should be asked: the words changed a lot. */
	readonly needsConfirmation: boolean;
}

export interface ItemMatches {
	/** In the order of `before`. */
	readonly matches: readonly ItemMatch[];
	readonly removed: readonly MintedItem[];
	readonly added: readonly MintedItem[];
}

/** Positions in the two lists, and how alike the texts are. */
export interface Pair {
	readonly from: number;
	readonly to: number;
	readonly similarity: number;
}

/** Below this a reworded item is asked about. */
const sure = 0.8;

type Key = (item: MintedItem) => string;

const byPath: Key = ({ path, text }) => `${path.join('\n')}\n${text}`;
const byHeading: Key = ({ path, text }) => `${path.at(-1) ?? ''}\n${text}`;
const byText: Key = ({ text }) => text;

/**
 * Says which item of a runbook is which after the runbook was edited. Every item is matched at most once; nothing is
 * forced, so what changed beyond recognition is removed and added. Near-linear when most texts are unchanged.
 */
export function matchItems(before: readonly MintedItem[], after: readonly MintedItem[]): ItemMatches {
	const matching = new Matching(before, after);
	matching.addExact('path', byPath);
	matching.addExact('heading', byHeading);
	// A renamed heading takes its items along before the same words elsewhere are looked at.
	const renamed = findRenamedPaths(before, after, matching);
	matching.addExact('heading', byPath, ({ path, text }) => byPath({ id: '', path: renamed(path), text }));
	matching.addExact('text', byText);
	const moved = findRenamedPaths(before, after, matching);
	for (const pair of pairReworded(before, after, matching, moved)) matching.add('reworded', pair);
	return matching.result();
}

/** What has been matched so far, by position. */
export class Matching {
	readonly #before: readonly MintedItem[];
	readonly #after: readonly MintedItem[];
	readonly #to = new Map<number, Pair & { readonly tier: MatchTier }>();
	readonly #taken = new Set<number>();

	constructor(before: readonly MintedItem[], after: readonly MintedItem[]) {
		this.#before = before;
		this.#after = after;
	}

	/** Position after the edit of the item at `from`. */
	to(from: number): number | undefined {
		return this.#to.get(from)?.to;
	}

	isTaken(to: number): boolean {
		return this.#taken.has(to);
	}

	add(tier: MatchTier, pair: Pair): void {
		this.#to.set(pair.from, { ...pair, tier });
		this.#taken.add(pair.to);
	}

	/** Matches what has equal keys; `oldKey` is for the items before the edit, when theirs is another. */
	addExact(tier: MatchTier, key: Key, oldKey = key): void {
		const places = new Map<string, { readonly from: number[]; readonly to: number[] }>();
		this.#before.forEach((item, index) => {
			if (this.#to.has(index)) return;
			const own = oldKey(item);
			const place = places.get(own);
			if (place) place.from.push(index);
			else places.set(own, { from: [index], to: [] });
		});
		this.#after.forEach((item, index) => {
			if (!this.#taken.has(index)) places.get(key(item))?.to.push(index);
		});
		for (const { from, to } of places.values()) {
			for (const pair of pairTwins(from, to, this.#before, this.#after)) this.add(tier, pair);
		}
	}

	result(): ItemMatches {
		return {
			matches: this.#before.flatMap((item, index) => this.#match(item, index)),
			removed: this.#before.filter((_, index) => !this.#to.has(index)),
			added: this.#after.filter((_, index) => !this.#taken.has(index)),
		};
	}

	#match(item: MintedItem, index: number): readonly ItemMatch[] {
		const pair = this.#to.get(index);
		const target = pair && this.#after[pair.to];
		if (!target) return [];
		const { tier, similarity } = pair;
		return [{ before: item.id, after: target.id, tier, similarity, needsConfirmation: similarity < sure }];
	}
}
