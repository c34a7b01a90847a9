import MarkdownIt, { type Token } from 'markdown-it';

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

const [tab, space] = [0x09, 0x20];

/** Reference definitions as the rules note them down. */
export type Definitions = Record<string, { readonly href: string; readonly title: string }>;

/**
 * markdown-it's own state keeps a token of a dozen slow fields for every end, table cell and hidden paragraph, and finds
 * the lines character by character. That takes as long as finding the blocks does, so this one makes what is read,
 * lends the rules one token to write the rest to, and jumps from line to line.
 */
export class LeanState extends markdown.block.State {
	readonly read: Token[] = [];
	readonly definitions: Definitions;
	readonly #scratch = emptyToken('');

	/** The source has no carriage returns. */
	constructor(source: string) {
		const definitions: Definitions = {};
		super('', markdown, { references: definitions }, []);
		this.definitions = definitions;
		this.src = source;
		this.#findLines();
	}

	/** Runs the block rules; then `read` and `definitions` are complete. */
	tokenize(): void {
		markdown.block.tokenize(this, 0, this.lineMax);
	}

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

	/** White space behind the last line's end is no line. An empty line ends the list, as the rules look one too far. */
	#findLines(): void {
		const { src } = this;
		this.bMarks.length =
			this.eMarks.length =
			this.tShift.length =
			this.sCount.length =
			this.bsCount.length =
				0;
		for (let start = 0; start < src.length;) {
			const newline = src.indexOf('\n', start);
			const end = newline < 0 ? src.length : newline;
			let at = start;
			let column = 0;
			for (let code = src.charCodeAt(at); at < end && isBlank(code); code = src.charCodeAt(++at)) {
				column += code === tab ? 4 - (column % 4) : 1;
			}
			if (newline < 0 && at === end) break;
			this.#addLine(start, end, at - start, column);
			start = end + 1;
		}
		this.#addLine(src.length, src.length, 0, 0);
		this.lineMax = this.bMarks.length - 1;
	}

	/** Offsets, and the indent in characters and in columns. */
	#addLine(start: number, end: number, indent: number, column: number): void {
		this.bMarks.push(start);
		this.eMarks.push(end);
		this.tShift.push(indent);
		this.sCount.push(column);
		this.bsCount.push(0);
	}
}

function isBlank(code: number): boolean {
	return code === space || code === tab;
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
