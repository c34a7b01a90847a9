import type { Inline, InlineLink } from './inline';

/**
 * The inline Markdown that nearly every step is made of, read in one pass without a parser: words, `code`, `**bold**`,
 * `*emphasis*` and `[text](target)`, none inside another of its kind. `undefined` for whatever else there is, so that
 * the real parser decides; what comes back is what that one would say.
 */
export function readSimpleInline(source: string): Inline | undefined {
	if (source.includes('://') && markedAddress.test(source)) return undefined;
	const reader = new SimpleReader(source);
	return reader.read() ? { text: reader.text, links: reader.links } : undefined;
}

/** Marks in an address are part of it. */
const markedAddress = /(?<!\]\()\bhttps?:\/\/[^\s<*_`[\]&\\~!]*[*_`[\]&\\~!]/i;
/** What ends a run of words. */
const special = /[*_`[\]<>&\\~!]/g;
/** A link with nothing in its words or target that could mean something else. */
const link =
	/\[((?:[^\][*_`<>&\\~!\n]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))+)\]\(((?:https?:\/\/[a-z0-9][a-z0-9.-]*[a-z](?=[/)]))?(?!\/\/)[\w./#?=-]+)\)/y;
/** Brackets that are no link: a placeholder such as `[Brief description]`. */
const bracket = /\[[^\][*_`<>&\\~!\n]*\](?![([:])/y;
const code = /`([^`\s]|[^`\s][^`]*[^`\s])`(?!`)/y;
const mark = /\*\*?(?!\*)|__?(?!_)/y;
const ending = /[\s!-/:-@[-`{-~]/;
const letter = /[A-Za-z0-9]/;

class SimpleReader {
	text = '';
	readonly links: InlineLink[] = [];
	readonly #source: string;
	#at = 0;
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
			const next = special.exec(this.#source)?.index ?? end;
			if (next > this.#at) this.text += this.#source.slice(this.#at, next);
			this.#at = next;
			if (next < end && !this.#readSpecial()) return false;
		}
		return this.#open === '';
	}

	#readSpecial(): boolean {
		const next = this.#source.charAt(this.#at + 1);
		switch (this.#source.charAt(this.#at)) {
			case '`':
				return this.#take(code, 1);
			case '[':
				return this.#readLink();
			case '*':
			case '_':
				return this.#readMark();
			case '>':
			case ']':
				return this.#letters(1);
			case '!':
				return next !== '[' && this.#letters(1);
			case '&':
				return next === ' ' && this.#letters(1);
			case '~':
				return !this.#source.includes('~', this.#at + 1) && this.#letters(1);
			default:
				return false;
		}
	}

	/** Characters that stand for themselves. */
	#letters(count: number): true {
		this.text += this.#source.slice(this.#at, this.#at + count);
		this.#at += count;
		return true;
	}

	/** Takes a whole construct, of which one group is shown. */
	#take(pattern: RegExp, group: number): boolean {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.#source);
		if (!match) return false;
		this.text += match[group] ?? '';
		this.#at += match[0].length;
		return true;
	}

	#readLink(): boolean {
		link.lastIndex = this.#at;
		const [, text, target] = link.exec(this.#source) ?? [];
		if (text === undefined || target === undefined) return this.#take(bracket, 0);
		this.links.push({ text, target });
		return this.#take(link, 1);
	}

	/**
	 * A mark opens after white space, when none follows, and closes after a word, when the word ends there. Where that
	 * does not decide it (`a*b`, `**a:**b`), the parser does.
	 */
	#readMark(): boolean {
		mark.lastIndex = this.#at;
		const run = mark.exec(this.#source)?.[0];
		if (run === undefined) return false;
		const before = this.#source.charAt(this.#at - 1);
		const after = this.#source.charAt(this.#at + run.length);
		const isInWord = run === '_' && letter.test(before) && letter.test(after);
		if (isInWord || (isSpace(before) && isSpace(after))) return this.#letters(run.length);
		const opens = this.#open === '' && isSpace(before) && after.trim() !== '';
		const closes = this.#open === run && before.trim() !== '' && (after === '' || ending.test(after));
		if (!opens && !closes) return false;
		this.#open = opens ? run : '';
		this.#at += run.length;
		return true;
	}
}

/** Also the edge of the source. */
function isSpace(character: string): boolean {
	return character === '' || character === ' ' || character === '\n';
}
