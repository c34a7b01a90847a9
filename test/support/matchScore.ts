import { matchItems } from '../../src/core/runbook/matchItems';
import type { MintedItem } from '../../src/core/incident/model';
import { editItems, randomFrom, type TrackedItem } from './editSession';

/** Shares of all items over many edit sessions, in percent. */
export interface MatchScore {
	/** Matched to itself, or removed and said to be. */
	readonly right: number;
	/** Matched to a copy with the very same words, which nobody could tell from it. */
	readonly copy: number;
	/** Matched to another item. */
	readonly wrong: number;
	/** Still there, but said to be removed. */
	readonly lost: number;
}

type Outcome = keyof MatchScore;

/** Runs sessions of `edits` random edits on one runbook. The same arguments give the same score. */
export function scoreMatching(items: readonly MintedItem[], edits: number, sessions: number): MatchScore {
	const before = items.map((item, index): TrackedItem => ({ ...item, origin: `item ${index}` }));
	const counts = { right: 0, copy: 0, wrong: 0, lost: 0 };
	for (let session = 0; session < sessions; session++) {
		const after = editItems(before, edits, randomFrom(session + 1));
		for (const outcome of outcomes(before, after)) counts[outcome]++;
	}
	const percent = (count: number): number => (100 * count) / Math.max(1, before.length * sessions);
	return {
		right: percent(counts.right),
		copy: percent(counts.copy),
		wrong: percent(counts.wrong),
		lost: percent(counts.lost),
	};
}

function outcomes(before: readonly TrackedItem[], after: readonly TrackedItem[]): readonly Outcome[] {
	const found = new Map(matchItems(before, after).matches.map((match) => [match.before, match.after]));
	const byId = new Map(after.map((item) => [item.id, item]));
	const byOrigin = new Map(after.map((item) => [item.origin, item]));
	return before.map((item) => {
		const matched = byId.get(found.get(item.id) ?? '');
		const truth = byOrigin.get(item.origin);
		if (matched?.origin === truth?.origin) return 'right';
		if (!matched) return 'lost';
		return matched.text === truth?.text ? 'copy' : 'wrong';
	});
}
