import type { Item } from './model';

/** An item with the items indented under it. */
export interface ItemNode {
	readonly item: Item;
	readonly children: readonly ItemNode[];
}

/** Turns the flat items of a group, in document order, into the tree their indentation says. */
export function nestItems(items: readonly Item[]): readonly ItemNode[] {
	const roots: ItemNode[] = [];
	const open: { readonly depth: number; readonly children: ItemNode[] }[] = [];
	for (const item of items) {
		while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop();
		const children: ItemNode[] = [];
		(open.at(-1)?.children ?? roots).push({ item, children });
		open.push({ depth: item.depth, children });
	}
	return roots;
}
