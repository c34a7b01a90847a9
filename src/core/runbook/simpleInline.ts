import type { Inline, InlineLink } from './inline';

/**
 * The inline Markdown that nearly every step is made of, read in one pass without a parser: words, `code`, `**bold**`,
 * `*emphasis*` and `[text](target)`, none inside another of its kind. `undefined` for whatever else there is, so that
 * the real parser decides; what comes back is what that one would say.
 */
export function readSimpleInline(source: string): Inline | undefined {
	if (!mark.test(source)) return { text: source, links: noLinks };
	const start = readBoldStart(source);
	if (start) return { text: start.label + start.rest, links: noLinks };
	if (source.includes('://') && markedAddress.test(source)) return undefined;
	const reader = new SimpleReader(source);
	return reader.read() ? { text: reader.text, links: reader.links } : undefined;
}

/** `**Label**: words`, as most steps are: nothing else in it is marked, so two looks are enough. */
export function readBoldStart(source: string): { readonly label: string; readonly rest: string } | undefined {
	const end = source.startsWith('**') ? source.indexOf('**', 3) : -1;
	if (end < 0) return undefined;
	const [label, rest] = [source.slice(2, end), source.slice(end + 2)];
	if (mark.test(label) || mark.test(rest) || label.trim() !== label) return undefined;
	return rest === '' || ending.test(rest.charAt(0)) ? { label, rest } : undefined;
}

/** Marks in an address are part of it. */
const markedAddress = /(?<!\]\()\bhttps?:\/\/[^\s<*_`[\]&\\~!]*[*_`[\]&\\~!]/i;
/** Without one of these no inline rule applies, so the text is what it is. */
const mark = /[*_`[\]<>&\\~!]/;
/** What ends a run of words. */
const special = /[*_`[\]<>&\\~!]/g;
/** A link with nothing in its words or target that could mean something else, and no space at the words' edges. */
const link =
	/\[(?! )((?:[^\][*_`<>&\\~!\n]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))+)(?<! )\]\(((?:https?:\/\/[a-z0-9][a-z0-9.-]*[a-z](?=[/)]))?(?!\/\/)[\w./#?=-]+)\)/y;
/** Brackets that are no link: a placeholder such as `[Brief description]`. */
const bracket = /\[[^\][*_`<>&\\~!\n]*\](?![([:])/y;
const code = /`(?:[^`\s]|[^`\s][^`]*[^`\s])`(?!`)/y;
const ending = /[\s!-/:-@[-`{-~]/;
const letter = /[A-Za-z0-9]/;

class SimpleReader {
	/** What is shown of the source before `#from`. */
	text = '';
	readonly links: InlineLink[] = [];
	readonly #source: string;
	#at = 0;
	/** Between here and `#at` everything is shown as it stands. */
	#from = 0;
	/** The emphasis mark that waits for its other half. */
	#open = '';

	constructor(source: string) {
		this.#source = source;
	}

	/** Whether the whole source was understood. */
	read(): boolean {
		const end = this.#source.length;
		while (this.#at < end) {
			special.lastIndex = this.#at;
			this.#at = special.test(this.#source) ? special.lastIndex - 1 : end;
			if (this.#at < end && !this.#readSpecial()) return false;
		}
		this.#showUntil(end);
		return this.#open === '';
	}

	/** Ends the run of what is shown as it stands. */
	#showUntil(end: number): void {
		if (end > this.#from) this.text += this.#source.slice(this.#from, end);
	}

	/** Goes on behind a construct of which `[from, to)` is shown. */
	#pass(from: number, to: number, end: number): void {
		this.#showUntil(this.#at);
		this.text += this.#source.slice(from, to);
		this.#at = this.#from = end;
	}

	#readSpecial(): boolean {
		switch (this.#source.charAt(this.#at)) {
			case '*':
			case '_':
				return this.#readMark();
			case '`':
				return this.#take(code, 1);
			case '[':
				return this.#readLink();
			case '>':
			case ']':
				return this.#letters(1);
			case '!':
				return this.#source.charAt(this.#at + 1) !== '[' && this.#letters(1);
			case '&':
				return this.#source.charAt(this.#at + 1) === ' ' && this.#letters(1);
			case '~':
				return !this.#source.includes('~', this.#at + 1) && this.#letters(1);
			default:
				return false;
		}
	}

	/** Characters that stand for themselves. */
	#letters(count: number): true {
		this.#at += count;
		return true;
	}

	/** Takes a whole construct, of which the edges are not shown. */
	#take(pattern: RegExp, edge: 0 | 1): boolean {
		pattern.lastIndex = this.#at;
		if (!pattern.test(this.#source)) return false;
		const end = pattern.lastIndex;
		this.#pass(this.#at + edge, end - edge, end);
		return true;
	}

	#readLink(): boolean {
		link.lastIndex = this.#at;
		const [whole, text, target] = link.exec(this.#source) ?? [];
		if (whole === undefined || text === undefined || target === undefined) return this.#take(bracket, 0);
		this.links.push({ text, target });
		this.#pass(this.#at + 1, this.#at + 1 + text.length, this.#at + whole.length);
		return true;
	}

	/**
	 * A mark opens after white space, when none follows, and closes after a word, when the word ends there. Where that
	 * does not decide it (`a*b`, `**a:**b`), the parser does.
	 */
	#readMark(): boolean {
		const run = this.#markRun();
		if (run === undefined) return false;
		const before = this.#source.charAt(this.#at - 1);
		const after = this.#source.charAt(this.#at + run.length);
		const isInWord = run === '_' && letter.test(before) && letter.test(after);
		if (isInWord || (isSpace(before) && isSpace(after))) return this.#letters(run.length);
		const opens = this.#open === '' && isSpace(before) && after.trim() !== '';
		const closes = this.#open === run && before.trim() !== '' && (after === '' || ending.test(after));
		if (!opens && !closes) return false;
		this.#open = opens ? run : '';
		this.#pass(this.#at, this.#at, this.#at + run.length);
		return true;
	}

	/** One mark or two; more mean something else. */
	#markRun(): string | undefined {
		const mark = this.#source.charAt(this.#at);
		if (this.#source.charAt(this.#at + 1) !== mark) return mark;
		return this.#source.charAt(this.#at + 2) === mark ? undefined : mark + mark;
	}
}

const noLinks: readonly InlineLink[] = [];

/** Also the edge of the source. */
function isSpace(character: string): boolean {
	return character === '' || character === ' ' || character === '\n';
}
