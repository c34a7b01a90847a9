import MarkdownIt, { type Token } from 'markdown-it';

/** One block of a Markdown document, in document order. Lines are 1-based, `endLine` inclusive. */
export type Block = Heading | Paragraph | ListItem | Fence;

interface Range {
	readonly line: number;
	readonly endLine: number;
}

export interface Heading extends Range {
	readonly kind: 'heading';
	readonly level: number;
	/** Inline Markdown source. */
	readonly source: string;
}

export interface Paragraph extends Range {
	readonly kind: 'paragraph';
	readonly source: string;
}

/** A list item with the source of its first paragraph; what else it holds follows as blocks of its own. */
export interface ListItem extends Range {
	readonly kind: 'item';
	/** Number of list items around it. */
	readonly depth: number;
	readonly ordered: boolean;
	/** `[ ]` / `[x]` at its start, already cut from `source`; `undefined` for a plain item. */
	readonly checked: boolean | undefined;
	readonly source: string;
}

export interface Fence extends Range {
	readonly kind: 'fence';
	/** First word of the info string, lower-case; '' when there is none. */
	readonly language: string;
	/** Content without the fence lines, ending in a newline unless empty. */
	readonly text: string;
}

// Block rules only: inline parsing is done for the short texts that are shown. `html` keeps tasks inside comments
// from counting as tasks.
const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(['normalize', 'block']);

/**
 * Splits a document into blocks. Total: any text yields a list. Front matter must be cut before; a byte order mark is
 * not part of the first line.
 */
export function readBlocks(text: string): readonly Block[] {
	const reader = new BlockReader();
	for (const token of markdown.parse(text.replace(/^\uFEFF/, ''), {})) reader.add(token);
	return reader.blocks;
}

/** GFM: the box, then white space, then something. `- [ ]` alone is a plain item. */
const taskMarker = /^\[([ \t\nxX])\][ \t\n]+(?=\S)/;

class BlockReader {
	readonly blocks: Block[] = [];
	readonly #lists: boolean[] = [];
	/** The list item whose first paragraph has not come yet. */
	#pendingItem: { readonly line: number; readonly depth: number; readonly ordered: boolean } | undefined;
	#headingLevel: number | undefined;

	add(token: Token): void {
		switch (token.type) {
			case 'bullet_list_open':
			case 'ordered_list_open':
				this.#lists.push(token.type === 'ordered_list_open');
				break;
			case 'bullet_list_close':
			case 'ordered_list_close':
				this.#lists.pop();
				break;
			case 'list_item_open':
				this.#pendingItem = {
					line: startLine(token),
					depth: this.#lists.length - 1,
					ordered: this.#lists.at(-1) ?? false,
				};
				break;
			case 'list_item_close':
				this.#pendingItem = undefined;
				break;
			case 'heading_open':
				// A heading inside a list or a quote titles nothing but itself.
				if (token.level === 0) this.#headingLevel = Number(token.tag.slice(1));
				break;
			case 'inline':
				// Table cells have no line of their own.
				if (token.map) this.#addInline(token);
				break;
			case 'fence':
				this.#pendingItem = undefined;
				this.blocks.push(fenceOf(token));
				break;
			default:
				break;
		}
	}

	#addInline(token: Token): void {
		const range = { line: startLine(token), endLine: endLine(token) };
		const source = token.content;
		if (this.#headingLevel) {
			this.blocks.push({ kind: 'heading', ...range, level: this.#headingLevel, source });
			this.#headingLevel = undefined;
		} else if (this.#pendingItem) {
			this.#addItem({ ...this.#pendingItem, endLine: range.endLine }, source);
			this.#pendingItem = undefined;
		} else {
			this.blocks.push({ kind: 'paragraph', ...range, source });
		}
	}

	#addItem(item: Omit<ListItem, 'kind' | 'checked' | 'source'>, source: string): void {
		const marker = taskMarker.exec(source);
		const checked = marker ? marker[1] === 'x' || marker[1] === 'X' : undefined;
		this.blocks.push({ kind: 'item', ...item, checked, source: source.slice(marker?.[0].length ?? 0) });
	}
}

function fenceOf(token: Token): Fence {
	const language = /^\S*/.exec(token.info.trim())?.[0].toLowerCase() ?? '';
	return { kind: 'fence', line: startLine(token), endLine: endLine(token), language, text: token.content };
}

function startLine(token: Token): number {
	return (token.map?.[0] ?? 0) + 1;
}

/** markdown-it's ranges end one line after; a fence's range includes its closing line. */
function endLine(token: Token): number {
	return Math.max(startLine(token), token.map?.[1] ?? 0);
}
