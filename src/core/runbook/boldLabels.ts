import type { Block, ListItem } from './blocks';
import { plainText } from './inline';

/** `**Label**:` on its own, with the list right below it. */
export interface LabelledList {
	readonly label: string;
	readonly line: number;
	readonly items: readonly ListItem[];
}

/** Grammar: a paragraph whose last line is nothing but bold text, colon inside, outside or absent. */
const boldLine = /(?:^|\n)(?:\*\*|__)([^*_\n]{1,120}?)\s*:?(?:\*\*|__)\s*:?\s*$/;

/** The label of a paragraph that serves as a heading; `undefined` for ordinary ones. */
export function boldLabel(block: Block): string | undefined {
	if (block.kind !== 'paragraph') return undefined;
	const { source } = block.words;
	const match = mayEndBold(source.trimEnd()) ? boldLine.exec(source) : null;
	return match?.[1] === undefined ? undefined : plainText(match[1]);
}

/** Spares most paragraphs the search. */
function mayEndBold(source: string): boolean {
	return source.endsWith('*') || source.endsWith('_') || source.endsWith(':');
}

/** Every bold label of a section with the items that follow it at once. */
export function labelledLists(blocks: readonly Block[]): readonly LabelledList[] {
	const lists: { label: string; line: number; items: ListItem[] }[] = [];
	let open: ListItem[] | undefined;
	for (const block of blocks) {
		const label = boldLabel(block);
		if (label !== undefined) {
			open = [];
			lists.push({ label, line: block.endLine, items: open });
		} else if (block.kind === 'item') open?.push(block);
		else open = undefined;
	}
	return lists.filter(({ items }) => items.length > 0);
}
