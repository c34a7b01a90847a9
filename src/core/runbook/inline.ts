import MarkdownIt, { type Token } from 'markdown-it';
import { readBareAddress, readSingleTilde } from './gfmInline';
import { readSimpleInline } from './simpleInline';

/** What a short piece of inline Markdown shows: its plain text on one line, and where it points. */
export interface Inline {
	readonly text: string;
	readonly links: readonly InlineLink[];
}

export interface InlineLink {
	readonly text: string;
	readonly target: string;
}

// A tag stays visible as text: `<team-name>` is a placeholder far more often than HTML.
const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(['normalize', 'block', 'inline', 'text_join']);
markdown.inline.ruler.before('linkify', 'bare_address', readBareAddress);
markdown.inline.ruler.before('strikethrough', 'single_tilde', readSingleTilde);
markdown.normalizeLinkText = (address) => address;

/**
 * Reads inline Markdown. Total; the text is trimmed and its white space folded. A part of a tidy source is tidy, which
 * who knows it may say.
 */
export function readInline(source: string, tidy = isTidy(source)): Inline {
	const inline = readSimpleInline(source.trim());
	if (!inline) return readAnyInline(source);
	return tidy ? inline : { text: foldSpace(inline.text), links: inline.links };
}

const notAscii = /[^\u0020-\u007E]/;

/** ASCII, and no white space but single spaces between words, once trimmed: as most sources are. */
export function isTidy(source: string): boolean {
	return !source.includes('  ') && !notAscii.test(source);
}

function readAnyInline(source: string): Inline {
	const reader = new InlineReader();
	for (const token of markdown.parseInline(source.trim(), {})[0]?.children ?? []) reader.add(token);
	return { text: foldSpace(reader.text), links: reader.links };
}

/** The plain text alone. */
export function plainText(source: string, tidy?: boolean): string {
	return readInline(source, tidy).text;
}

class InlineReader {
	text = '';
	readonly links: InlineLink[] = [];
	#open: { readonly target: string; readonly from: number } | undefined;

	add(token: Token): void {
		switch (token.type) {
			case 'softbreak':
			case 'hardbreak':
				this.text += ' ';
				break;
			case 'image':
				for (const child of token.children ?? []) this.add(child);
				break;
			case 'link_open':
				this.#open = { target: decodeTarget(String(token.attrGet('href') ?? '')), from: this.text.length };
				break;
			case 'link_close':
				if (this.#open)
					this.links.push({ text: this.text.slice(this.#open.from), target: this.#open.target });
				this.#open = undefined;
				break;
			default:
				this.text += token.content;
		}
	}
}

/** markdown-it percent-encodes targets; show and resolve them as the file has them. */
function decodeTarget(href: string): string {
	try {
		return decodeURI(href);
	} catch {
		// A stray `%`: the encoded form is as good as any.
		return href;
	}
}

/** A run of white space that is no single space. */
const unfolded = /\s\s|[^\S ]/;

/** Trimmed, with each run of white space one space. */
function foldSpace(text: string): string {
	const trimmed = text.trim();
	return unfolded.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
