import MarkdownIt, { type Token } from 'markdown-it';

/** What a short piece of inline Markdown shows: its plain text on one line, and where it points. */
export interface Inline {
	readonly text: string;
	readonly links: readonly { readonly text: string; readonly target: string }[];
}

// HTML stays visible as text: `<team-name>` is a placeholder far more often than a tag.
const markdown = new MarkdownIt({ html: false });
markdown.core.ruler.enableOnly(['normalize', 'block', 'inline', 'text_join']);

/** Without one of these no inline rule applies, so the text is what it is. Most items are spared the parse. */
const mark = /[*_`[\]<>&\\~!]/;

/** Reads inline Markdown. Total; the text is trimmed and its white space folded. */
export function readInline(source: string): Inline {
	if (!mark.test(source)) return { text: fold(source), links: [] };
	const reader = new InlineReader();
	for (const token of markdown.parseInline(source, {})[0]?.children ?? []) reader.add(token);
	return { text: fold(reader.text), links: reader.links };
}

/** The plain text alone. */
export function plainText(source: string): string {
	return readInline(source).text;
}

class InlineReader {
	text = '';
	readonly links: { text: string; target: string }[] = [];
	#open: { readonly target: string; readonly from: number } | undefined;

	add(token: Token): void {
		switch (token.type) {
			case 'softbreak':
			case 'hardbreak':
				this.text += ' ';
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

function fold(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
