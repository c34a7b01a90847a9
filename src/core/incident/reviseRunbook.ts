import { matchItems } from '../runbook/matchItems';
import type { EventData } from './events';
import type { IncidentState, MintedItem, RunbookReference } from './model';

/** What a revision is computed from. */
export type RevisedState = Pick<IncidentState, 'runbook' | 'removedItems' | 'addedItems' | 'unsureItems'>;

/** The event to record, and what to tell the person about it. */
export interface Revision {
	readonly data: EventData['runbookRevised'];
	readonly kept: number;
	/** Items removed by an earlier edit that are there again, such as after a checkout and back. */
	readonly returned: readonly MintedItem[];
	readonly removed: readonly MintedItem[];
	readonly added: readonly MintedItem[];
}

/**
 * The items of an edited runbook under the ids they had; `undefined` when it is another runbook or the same text. A
 * pure function of both, so that what is shown before the edit is recorded is what will be recorded.
 */
export function reviseRunbook(state: RevisedState, after: RunbookReference): Revision | undefined {
	const before = state.runbook;
	if (before?.path !== after.path || before.sha256 === after.sha256) return undefined;
	const { matches, removed, added } = matchItems(before.items, after.items);
	// What came back is only taken for the same when it says the same.
	const returns = matchItems(state.removedItems, added).matches.filter(({ tier }) => tier !== 'reworded');
	const ids = new RevisedIds([...before.items, ...state.removedItems, ...state.addedItems]);
	for (const match of [...matches, ...returns]) ids.keep(match.before, match.after);
	const items = after.items.map((item) => ids.mint(item));
	const there = new Set(items.map(({ id }) => id));
	const unsure = [
		...state.unsureItems,
		...matches.flatMap((match) => (match.needsConfirmation ? match.before : [])),
	];
	const back = new Set(returns.map((match) => match.after));
	return {
		data: {
			path: after.path,
			from: before.sha256,
			to: after.sha256,
			items,
			unsure: [...new Set(unsure)].filter((id) => there.has(id)),
		},
		kept: matches.length,
		returned: added.filter(({ id }) => back.has(id)),
		removed,
		added: added.filter(({ id }) => !back.has(id)),
	};
}

/** Gives each item of the new list its old id, and new ones an id that nothing had before. */
class RevisedIds {
	readonly #used: Set<string>;
	/** Id computed from the new text -> id in the record. */
	readonly #kept = new Map<string, string>();
	readonly #given = new Set<string>();

	constructor(known: readonly MintedItem[]) {
		this.#used = new Set(known.map(({ id }) => id));
	}

	/** A damaged record may hold an id twice; only one item gets it. */
	keep(before: string, after: string): void {
		if (this.#given.has(before)) return;
		this.#given.add(before);
		this.#kept.set(after, before);
	}

	mint({ id: computed, text, path }: MintedItem): MintedItem {
		const id = this.#kept.get(computed) ?? this.#fresh(computed);
		return id === computed ? { id, text, path } : { id, text, path, as: computed };
	}

	/** `~` is in no computed id, so a numbered one is never computed for another item. */
	#fresh(computed: string): string {
		let id = computed;
		for (let count = 2; this.#used.has(id); count++) id = `${computed}~${count}`;
		this.#used.add(id);
		return id;
	}
}

/**
 * Ids a reader computes from the runbook -> ids in the record, where they differ. Also right for a text that is not
 * saved yet, and for one that no revision was recorded for.
 */
export function recordedIds(state: RevisedState, shown: RunbookReference): ReadonlyMap<string, string> {
	const items = reviseRunbook(state, shown)?.data.items ?? state.runbook?.items ?? [];
	return new Map(items.flatMap(({ id, as }) => (as === undefined ? [] : [[as, id] as const])));
}

/** `RUNBOOK.md was edited: 40 items kept, 1 removed, 2 added. Ticks are kept.` */
export function revisionWords({ data, kept, returned, removed, added }: Revision): string {
	const counts = [
		`${kept} ${kept === 1 ? 'item' : 'items'} kept`,
		`${removed.length} removed`,
		`${added.length} added`,
		returned.length > 0 ? `${returned.length} back again` : '',
		data.unsure.length > 0 ? `${data.unsure.length} reworded so much that you should look` : '',
	].filter(Boolean);
	return `${data.path} was edited: ${counts.join(', ')}. Ticks stay with their items.`;
}
