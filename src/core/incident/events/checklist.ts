import type { Draft } from '../draft';
import type { Fact } from '../envelope';
import { arrayOf, hasShape, isInstant, isString, optional } from '../guards';
import type { Instant, ItemState, MintedItem, Register } from '../model';
import { noteConflict, type EventRules } from '../rule';

/** An item by its id, with its text as the person saw it. */
export interface TouchedItem {
	readonly item: string;
	readonly text: string;
}

/** The checklist as it is worked through, and as it grows. */
export interface ChecklistEvents {
	readonly itemStarted: TouchedItem;
	readonly itemDone: TouchedItem;
	readonly itemReopened: TouchedItem;
	readonly itemSkipped: TouchedItem & { readonly why: string };
	/** An item the runbook does not have; `path` says below what it stands. */
	readonly itemAdded: TouchedItem & {
		readonly path: readonly string[];
		readonly dueAt: Instant | undefined;
	};
	/**
	 * The runbook was edited during the incident. `items` is the whole new list: what was recognised keeps its id, and
	 * carries the one a reader now computes in `as`. `unsure` are ids whose words changed a lot. It counts only when the
	 * runbook still has the hash `from`, so that two windows that saw the same edit do it once.
	 */
	readonly runbookRevised: {
		readonly path: string;
		readonly from: string;
		readonly to: string;
		readonly items: readonly MintedItem[];
		readonly unsure: readonly string[];
	};
}

const isMintedItem = hasShape({
	id: isString,
	text: isString,
	path: arrayOf(isString),
	as: optional(isString),
});

export const isRunbookReference = hasShape({
	path: isString,
	sha256: isString,
	items: arrayOf(isMintedItem),
});

const touched = { item: isString, text: isString };
const register = ({ item }: TouchedItem): string => `item:${item}`;

export const checklistRules: EventRules<ChecklistEvents> = {
	itemStarted: {
		isData: hasShape(touched),
		register,
		apply: (draft, event, rival) => setItem(draft, event, 'started', rival),
		kind: 'item',
		describe: ({ text }) => `Started: ${text}`,
		undoable: true,
	},
	itemDone: {
		isData: hasShape(touched),
		register,
		apply: (draft, event, rival) => setItem(draft, event, 'done', rival),
		kind: 'item',
		describe: ({ text }) => `Done: ${text}`,
		undoable: true,
	},
	itemReopened: {
		isData: hasShape(touched),
		register,
		apply: (draft, event, rival) => setItem(draft, event, 'open', rival),
		kind: 'item',
		describe: ({ text }) => `Not done after all: ${text}`,
		undoable: true,
	},
	itemSkipped: {
		isData: hasShape({ ...touched, why: isString }),
		register,
		apply: (draft, event, rival) => setItem(draft, event, 'skipped', rival),
		kind: 'item',
		describe: ({ text, why }) => `Skipped: ${text} (${why})`,
		undoable: true,
	},
	itemAdded: {
		isData: hasShape({ ...touched, path: arrayOf(isString), dueAt: optional(isInstant) }),
		apply: (draft, { data: { item, text, path, dueAt }, at, by }) => {
			if (draft.addedItems.some(({ id }) => id === item)) return;
			draft.addedItems.push({ id: item, text, path, dueAt, at, by });
		},
		kind: 'item',
		describe: ({ text }) => `Added: ${text}`,
		undoable: true,
	},
	runbookRevised: {
		isData: hasShape({
			path: isString,
			from: isString,
			to: isString,
			items: arrayOf(isMintedItem),
			unsure: arrayOf(isString),
		}),
		apply: revise,
		kind: 'runbook',
		describe: ({ path, items }) => `${path} was changed; it has ${items.length} items now`,
		undoable: false,
	},
};

function setItem(
	draft: Draft,
	event: Fact<TouchedItem & { readonly why?: string }>,
	state: ItemState['state'],
	rival: Register | undefined,
): void {
	const { item, why } = event.data;
	const before = draft.items.get(item);
	if (rival) {
		noteConflict(draft, `item:${item}`, rival, {
			kept: itemWords[state],
			other: itemWords[before?.state ?? 'open'],
		});
	}
	draft.items.set(item, { state, done: state === 'done', why, at: event.at, by: event.by });
}

const itemWords: Readonly<Record<ItemState['state'], string>> = {
	open: 'not done',
	started: 'started',
	done: 'done',
	skipped: 'skipped',
};

function revise(draft: Draft, { data }: Fact<ChecklistEvents['runbookRevised']>): void {
	const { runbook } = draft;
	if (runbook?.path !== data.path || runbook.sha256 !== data.from) return;
	const kept = new Set(data.items.map(({ id }) => id));
	const gone = [...draft.removedItems, ...runbook.items].filter(({ id }) => !kept.has(id));
	draft.removedItems = gone;
	draft.unsureItems = new Set(data.unsure);
	draft.runbook = { path: data.path, sha256: data.to, items: data.items };
}
