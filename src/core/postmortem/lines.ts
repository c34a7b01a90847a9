/** What a line is before anything is looked for in it. */
export type LineKind = 'text' | 'blank' | 'code' | 'comment' | 'frontMatter';

/** One line of a template; `start` and `end` are offsets into the whole text, `end` before the line end. */
export interface Line {
	/** 1-based. */
	readonly number: number;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly kind: LineKind;
}

/** Longer lines hold no slot: nobody writes them by hand, and every pattern stays cheap. */
const maxSlotLine = 1000;

/** Total: any text yields lines. Code, comments and front matter are marked, so that nothing is found in them. */
export function scanLines(template: string): readonly Line[] {
	const lines = splitLines(template);
	const body = frontMatterLength(lines);
	const scanner = new Scanner();
	return lines.map((line, index) => ({
		...line,
		kind: index < body ? 'frontMatter' : scanner.kindOf(line.text),
	}));
}

/** The template's own line end, `\n` when it has none. */
export function lineEndOf(template: string): string {
	return /\r\n|\n|\r/.exec(template)?.[0] ?? '\n';
}

function splitLines(template: string): Omit<Line, 'kind'>[] {
	const lines: Omit<Line, 'kind'>[] = [];
	let start = template.startsWith('\uFEFF') ? 1 : 0;
	const push = (end: number) =>
		lines.push({ number: lines.length + 1, start, end, text: template.slice(start, end) });
	for (const match of template.matchAll(/\r\n|\n|\r/g)) {
		push(match.index);
		start = match.index + match[0].length;
	}
	push(template.length);
	return lines;
}

/** Lines from `---` to `---`; a rule that happens to be the first line is not front matter. */
function frontMatterLength(lines: readonly Omit<Line, 'kind'>[]): number {
	const [first, second] = [lines[0]?.text ?? '', lines[1]?.text ?? ''];
	if (!/^---[ \t]*$/.test(first) || !/^(?:#|[\w-]+[ \t]*:)/.test(second)) {
		return 0;
	}
	return lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(text)) + 1;
}

interface Fence {
	readonly marker: string;
	readonly quoted: boolean;
}

class Scanner {
	#fence: Fence | undefined;
	/** What ends the raw block that is open: `-->` or a closing tag. */
	#rawEnd: string | undefined;
	#list = false;
	#paragraph = false;

	kindOf(text: string): LineKind {
		const kind = this.#kindOf(text);
		this.#paragraph = kind === 'text' && !/^(?:\s*#{1,6}\s|!!!|\?\?\?)/.test(text);
		return kind;
	}

	#kindOf(text: string): LineKind {
		if (this.#rawEnd !== undefined) {
			return this.#inRaw(text, this.#rawEnd);
		}
		return this.#fence === undefined ? this.#outside(text) : this.#inFence(text, this.#fence);
	}

	#inRaw(text: string, end: string): LineKind {
		if (text.toLowerCase().includes(end)) {
			this.#rawEnd = undefined;
		}
		return end === '-->' ? 'comment' : 'code';
	}

	#inFence(text: string, fence: Fence): LineKind {
		if (fence.quoted && !/^\s*>/.test(text)) {
			this.#fence = undefined;
			return this.#outside(text);
		}
		const closing = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
		if (closing?.startsWith(fence.marker) === true) {
			this.#fence = undefined;
		}
		return 'code';
	}

	#outside(text: string): LineKind {
		if (text.trim() === '') {
			return 'blank';
		}
		if (text.length > maxSlotLine) {
			return this.#afterLongLine(text);
		}
		const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
		if (fence !== undefined) {
			this.#fence = { marker: fence, quoted: /^\s*>/.test(text) };
			return 'code';
		}
		return this.#openRaw(text) ?? this.#indented(text);
	}

	/** A comment may begin in it; what follows must not be taken for text. */
	#afterLongLine(text: string): LineKind {
		this.#rawEnd = text.lastIndexOf('<!--') > text.lastIndexOf('-->') ? '-->' : undefined;
		return 'code';
	}

	#openRaw(text: string): LineKind | undefined {
		const tag = /^\s*<(pre|script|style|textarea)\b/i.exec(text)?.[1]?.toLowerCase();
		if (tag !== undefined) {
			this.#rawEnd = text.toLowerCase().includes(`</${tag}>`) ? undefined : `</${tag}>`;
			return 'code';
		}
		const unclosed = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
		this.#rawEnd = unclosed ? '-->' : undefined;
		return unclosed || /^\s*<!--/.test(text) ? 'comment' : undefined;
	}

	/** Four spaces make code, but not inside a list and not as the second line of a paragraph. */
	#indented(text: string): LineKind {
		const indented = /^(?: {4}| {0,3}\t)/.test(text);
		if (/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(text) && (!indented || this.#list)) {
			this.#list = true;
			return 'text';
		}
		if (indented) {
			return this.#list || this.#paragraph ? 'text' : 'code';
		}
		this.#list &&= /^\s/.test(text);
		return 'text';
	}
}
