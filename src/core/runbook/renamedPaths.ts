import type { MintedItem } from '../incident/model';
import type { Matching } from './matchItems';

interface Votes {
	readonly path: readonly string[];
	count: number;
}

/** Where most of a group's matched items went: what its headings are called now. Unknown paths are returned as given. */
export function findRenamedPaths(
	before: readonly MintedItem[],
	after: readonly MintedItem[],
	matching: Matching,
): (path: readonly string[]) => readonly string[] {
	const votes = new Map<string, Map<string, Votes>>();
	before.forEach((item, index) => {
		const target = after[matching.to(index) ?? -1];
		if (target) vote(votes, item.path, target.path);
	});
	const winners = new Map([...votes].map(([path, counts]) => [path, winner(counts)]));
	return (path) => winners.get(path.join('\n')) ?? path;
}

function vote(votes: Map<string, Map<string, Votes>>, from: readonly string[], to: readonly string[]): void {
	const counts = votes.get(from.join('\n')) ?? new Map<string, Votes>();
	const entry = counts.get(to.join('\n')) ?? { path: to, count: 0 };
	entry.count++;
	counts.set(to.join('\n'), entry);
	votes.set(from.join('\n'), counts);
}

function winner(counts: ReadonlyMap<string, Votes>): readonly string[] | undefined {
	let best: Votes | undefined;
	for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
	return best?.path;
}
