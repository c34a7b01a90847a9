import MarkdownIt, { type Token } from 'markdown-it';
import { normalizeLabel, type References } from './references';

/** The part of a markdown-it token that says what a block is, where, and what it holds. */
export type BlockToken = Pick<Token, 'type' | 'tag' | 'level' | 'content' | 'info' | 'map'>;

// Block rules only: inline parsing is done for the short texts that are shown. `html` keeps tasks inside comments
// from counting as tasks.
const markdown = new MarkdownIt({ html: true });

/** What a reader of blocks passes over. An item's end is no news: its list's end, or the next item, says it too. */
const passedOver = new Set([
	'list_item_close',
	'paragraph_open',
	'paragraph_close',
	'heading_close',
	'blockquote_close',
	...['thead', 'tbody', 'tr', 'th', 'td'].flatMap((tag) => [`${tag}_open`, `${tag}_close`]),
	'table_close',
]);

/**
 * markdown-it's own state keeps a token of a dozen slow fields for every end, table cell and hidden paragraph. Making
 * them takes as long as finding the blocks does, so this one makes what is read, and lends the rules one token to
 * write the rest to.
 */
class LeanState extends markdown.block.State {
	readonly read: Token[] = [];
	readonly #scratch = emptyToken('');

	override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
		if (nesting < 0) this.level--;
		const level = this.level;
		if (nesting > 0) this.level++;
		if (passedOver.has(type)) return this.#scratch;
		const token = emptyToken(type);
		token.tag = tag;
		token.level = level;
		this.read.push(token);
		return token;
	}
}

/** The rules write to any of these fields, and call no method of a token. */
function emptyToken(type: string): Token {
	return {
		type,
		tag: '',
		attrs: null,
		map: null,
		nesting: 0,
		level: 0,
		children: null,
		content: '',
		markup: '',
		info: '',
		meta: null,
		block: true,
		hidden: false,
	} as unknown as Token;
}

/** A document as its block rules see it. */
export interface TokenizedDocument {
	/** In document order. */
	readonly tokens: readonly BlockToken[];
	readonly references: References;
}

/** Total; a byte order mark is not part of the first line. */
export function readTokens(text: string): TokenizedDocument {
	const source = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.replaceAll('\0', '\uFFFD');
	const defined: Record<string, { readonly href: string; readonly title: string }> = {};
	const state = new LeanState(source, markdown, { references: defined }, []);
	markdown.block.tokenize(state, 0, state.lineMax);
	return { tokens: state.read, references: referencesOf(defined, state.read) };
}

const footnote = /^\[(\^[^\]\s]+)\]:/;

function referencesOf(
	defined: Readonly<Record<string, { readonly href: string }>>,
	tokens: readonly BlockToken[],
): References {
	const found = new Map(Object.entries(defined).map(([label, { href }]) => [label, href]));
	for (const token of tokens) {
		if (token.type !== 'inline' || !token.content.startsWith('[^')) continue;
		const label = footnote.exec(token.content)?.[1];
		if (label !== undefined) found.set(normalizeLabel(label), '');
	}
	for (const label of found.keys()) if (label.startsWith('^')) found.set(label, '');
	return found;
}
