import { readFenceAttributes, type FenceAttribute } from './fenceAttributes';
import { readTokens, type BlockToken } from './blockTokens';
import { inlineReferences, type References } from './references';
import { Words } from './words';

/** One block of a Markdown document, in document order. Lines are 1-based, `endLine` inclusive. */
export type Block = Heading | Paragraph | ListItem | Fence;

interface Range {
	readonly line: number;
	readonly endLine: number;
}

export interface Heading extends Range {
	readonly kind: 'heading';
	readonly level: number;
	/** With reference links made inline ones. */
	readonly words: Words;
}

export interface Paragraph extends Range {
	readonly kind: 'paragraph';
	readonly words: Words;
}

/** A list item with the words of its first paragraph; what else it holds follows as blocks of its own. */
export interface ListItem extends Range {
	readonly kind: 'item';
	/** Number of list items around it. */
	readonly depth: number;
	readonly ordered: boolean;
	/** `[ ]` / `[x]` at its start, already cut from `words`; `undefined` for a plain item. */
	readonly checked: boolean | undefined;
	/** Line of the box: not the bullet's when the first line holds nothing else. `undefined` for a plain item. */
	readonly box: number | undefined;
	readonly words: Words;
}

export interface Fence extends Range {
	readonly kind: 'fence';
	/** First word of the info string, lower-case; '' when there is none. */
	readonly language: string;
	readonly attributes: readonly FenceAttribute[];
	/** Content without the fence lines, ending in a newline unless empty. */
	readonly text: string;
	/** Number of list items around it. */
	readonly depth: number;
}

/**
 * Splits a document into blocks. Total: any text yields a list. Front matter must be cut before; a byte order mark is
 * not part of the first line.
 */
export function readBlocks(text: string): readonly Block[] {
	const { tokens, references } = readTokens(text);
	const reader = new BlockReader(references);
	for (const token of tokens) reader.add(token);
	return reader.blocks;
}

/** GFM: the box, then white space, then something. `- [ ]` alone is a plain item. */
const taskMarker = /^\[([ \t\nxX])\][ \t\n]+(?=\S)/;

interface OpenItem {
	readonly line: number;
	readonly depth: number;
	readonly ordered: boolean;
}

class BlockReader {
	readonly blocks: Block[] = [];
	readonly #references: References;
	readonly #lists: boolean[] = [];
	/** The list item whose first paragraph has not come yet. */
	#pendingItem: OpenItem | undefined;
	/** The heading whose words come next, and whether it titles what follows: in a list or a quote it does not. */
	#heading: { readonly level: number; readonly titles: boolean } | undefined;

	constructor(references: References) {
		this.#references = references;
	}

	add(token: BlockToken): void {
		switch (token.type) {
			case 'bullet_list_open':
			case 'ordered_list_open':
				this.#lists.push(token.type === 'ordered_list_open');
				break;
			case 'bullet_list_close':
			case 'ordered_list_close':
				this.#lists.pop();
				this.#pendingItem = undefined;
				break;
			case 'list_item_open':
				this.#openItem(token);
				break;
			case 'heading_open':
				this.#openHeading(token);
				break;
			case 'inline':
				// Table cells have no line of their own.
				if (token.map) this.#addInline(token);
				break;
			case 'fence':
				this.blocks.push(fenceOf(token, this.#lists.length));
				this.#pendingItem = undefined;
				break;
			default:
				this.#pendingItem = undefined;
				break;
		}
	}

	#openItem(token: BlockToken): void {
		this.#pendingItem = {
			line: startLine(token),
			depth: this.#lists.length - 1,
			ordered: this.#lists.at(-1) ?? false,
		};
	}

	#openHeading(token: BlockToken): void {
		this.#heading = { level: Number(token.tag.slice(1)), titles: token.level === 0 };
	}

	#addInline(token: BlockToken): void {
		const line = startLine(token);
		const end = endLine(token);
		const heading = this.#heading;
		const item = this.#pendingItem;
		this.#heading = undefined;
		this.#pendingItem = undefined;
		if (item && heading?.titles !== true) {
			// A heading is no task, whatever it begins with.
			this.#addItem(item, token, heading === undefined);
			return;
		}
		const words = new Words(inlineReferences(token.content, this.#references));
		if (heading?.titles) {
			this.blocks.push({ kind: 'heading', line, endLine: end, level: heading.level, words });
		} else {
			this.blocks.push({ kind: 'paragraph', line, endLine: end, words });
		}
	}

	#addItem({ line, depth, ordered }: OpenItem, token: BlockToken, canBeTask: boolean): void {
		const end = endLine(token);
		const marker = canBeTask && token.content.startsWith('[') ? taskMarker.exec(token.content) : undefined;
		const checked = marker ? marker[1] !== ' ' && marker[1] !== '\t' && marker[1] !== '\n' : undefined;
		const box = marker ? startLine(token) : undefined;
		const source = marker ? token.content.slice(marker[0].length) : token.content;
		const words = new Words(inlineReferences(source, this.#references));
		this.blocks.push({ kind: 'item', line, endLine: end, depth, ordered, checked, box, words });
	}
}

function fenceOf(token: BlockToken, depth: number): Fence {
	const language = /^\S*/.exec(token.info.trim())?.[0].toLowerCase() ?? '';
	const range = { line: startLine(token), endLine: endLine(token) };
	const attributes = readFenceAttributes(token.info);
	return { kind: 'fence', ...range, language, attributes, text: token.content, depth };
}

function startLine(token: BlockToken): number {
	return (token.map?.[0] ?? 0) + 1;
}

/** markdown-it's ranges end one line after; a fence's range includes its closing line. */
function endLine(token: BlockToken): number {
	return Math.max(startLine(token), token.map?.[1] ?? 0);
}
