import type { MintedItem } from '../../src/core/incident/model';

/** An item with a name that survives every edit, so that a matcher can be checked against what really happened. */
export interface TrackedItem extends MintedItem {
	readonly origin: string;
}

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** Mulberry32: the same numbers for the same seed, everywhere. */
export function randomFrom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
	};
}

type Edit = (items: readonly TrackedItem[], random: Random) => readonly TrackedItem[];

const words = ['staging', 'primary', 'twice', 'immediately', 'if needed', 'the gateway', 'EU', 'on call'];

/** What people do to a runbook, one edit each. */
const edits: Readonly<Record<string, Edit>> = {
	reword: (items, random) =>
		replaceAt(items, random(items.length), (item) => ({ ...item, text: reword(item.text, random) })),
	insert: (items, random) => {
		const at = random(items.length + 1);
		const path = (items[at] ?? items[at - 1])?.path ?? [];
		const text = `Ask team ${random(1000)} about ${words[random(words.length)]} number ${random(1000)}`;
		return insertAt(items, at, { id: '', origin: `new ${random(1e9)}`, text, path });
	},
	remove: (items, random) => {
		const at = random(items.length);
		return items.filter((_, index) => index !== at);
	},
	move: (items, random) => {
		const moved = items[random(items.length)];
		if (!moved) return items;
		const rest = items.filter((item) => item !== moved);
		const at = random(rest.length + 1);
		return insertAt(rest, at, { ...moved, path: (rest[at] ?? rest[at - 1])?.path ?? moved.path });
	},
	/** Copied to the line below, as editors do. */
	duplicate: (items, random) => {
		const at = random(items.length);
		const item = items[at];
		return item ? insertAt(items, at + 1, { ...item, origin: `copy ${random(1e9)}` }) : items;
	},
	renameHeading: (items, random) => {
		const path = items[random(items.length)]?.path ?? [];
		const renamed = [...path.slice(0, -1), `${path.at(-1) ?? ''} (${words[random(words.length)]})`];
		return items.map((item) =>
			item.path.join('\n') === path.join('\n') ? { ...item, path: renamed } : item,
		);
	},
};

/** One word goes, comes or changes; a step keeps most of its words when it is reworded. */
function reword(text: string, random: Random): string {
	const parts = text.split(' ');
	const word = words[random(words.length)] ?? '';
	const at = random(parts.length);
	if (parts.length >= 4 && random(3) === 0) return parts.filter((_, index) => index !== at).join(' ');
	if (parts.length >= 4 && random(2) === 0) {
		return parts.map((part, index) => (index === at ? word : part)).join(' ');
	}
	return [...parts.slice(0, at + 1), word, ...parts.slice(at + 1)].join(' ');
}

/** So many random edits, then new ids, as after a fresh parse. */
export function editItems(
	items: readonly TrackedItem[],
	count: number,
	random: Random,
): readonly TrackedItem[] {
	const names = Object.keys(edits);
	let edited = items;
	for (let edit = 0; edit < count; edit++) {
		edited = edits[names[random(names.length)] ?? '']?.(edited, random) ?? edited;
	}
	return edited.map((item, index) => ({ ...item, id: `after-${index}` }));
}

function replaceAt(
	items: readonly TrackedItem[],
	at: number,
	change: (item: TrackedItem) => TrackedItem,
): readonly TrackedItem[] {
	return items.map((item, index) => (index === at ? change(item) : item));
}

function insertAt(items: readonly TrackedItem[], at: number, item: TrackedItem): readonly TrackedItem[] {
	return [...items.slice(0, at), item, ...items.slice(at)];
}
