/**
 * The simple commands of a shell text: cut at `|`, `;`, `&`, `&&`, `||`, newlines, and inside `$( )`, backticks,
 * `( )` and `{ }`; quotes are respected, but what `$( )` holds inside double quotes runs too and is a segment of its own.
 * `undefined` when the text cannot be cut for sure (an open quote, a heredoc), and then nothing is known about it.
 */
export function segmentsOf(text: string): readonly string[] | undefined {
	if (/<<-?\s*['"\\]?\w/.test(text) || /(?<!\\)\$'/.test(text)) return undefined;
	const cutter = new SegmentCutter(text.replace(/\\\n/g, ' '));
	return cutter.cut();
}

/** Characters that mean nothing to a shell, whatever is open around them. */
const plain = /[\w ./:=,@%+-]+/y;

class SegmentCutter {
	readonly #text: string;
	readonly #done: string[] = [];
	/** Open quotes, and `)` for each open `$(`; innermost last. */
	readonly #open: ("'" | '"' | ')')[] = [];
	/** Where the segment begins. */
	#from = 0;

	constructor(text: string) {
		this.#text = text;
	}

	cut(): readonly string[] | undefined {
		let index = 0;
		while (index < this.#text.length) index = this.#step(this.#skipPlain(index));
		this.#end(this.#text.length, 0);
		return this.#open.length > 0 ? undefined : this.#done;
	}

	#skipPlain(index: number): number {
		plain.lastIndex = index;
		return plain.test(this.#text) ? plain.lastIndex : index;
	}

	/** Consumes what begins at `index`; the index behind it. */
	#step(index: number): number {
		const char = this.#text.charAt(index);
		const quote = this.#open.at(-1);
		if (quote === "'") return this.#pass(index, char === "'");
		if (char === '\\') return index + 2;
		if (char === '"') return this.#quote(char, index);
		if (this.#text.startsWith('$(', index) && !this.#text.startsWith('$((', index))
			return this.#substitute(index);
		if (char === ')' && quote === ')') return this.#separate(index, true);
		if (char === '`') return this.#separate(index, false);
		if (quote === '"') return index + 1;
		if (char === "'") return this.#quote(char, index);
		if (char === '#' && /^\s?$/.test(this.#text.charAt(index - 1))) return this.#skipComment(index);
		if (/[|;\n(){}]/.test(char) || (char === '&' && !this.#isRedirection(index)))
			return this.#separate(index, false);
		return index + 1;
	}

	#pass(index: number, closes: boolean): number {
		if (closes) this.#open.pop();
		return index + 1;
	}

	#quote(quote: "'" | '"', index: number): number {
		const closes = this.#open.at(-1) === quote;
		if (!closes) this.#open.push(quote);
		return this.#pass(index, closes);
	}

	#substitute(index: number): number {
		this.#open.push(')');
		return this.#end(index, 2);
	}

	#separate(index: number, closes: boolean): number {
		if (closes) this.#open.pop();
		return this.#end(index, 1);
	}

	/** The line's end stays, and separates. */
	#skipComment(index: number): number {
		const end = this.#text.indexOf('\n', index);
		return this.#end(index, (end < 0 ? this.#text.length : end) - index);
	}

	/** `2>&1`, `&>file`, `>&2`. */
	#isRedirection(index: number): boolean {
		return /[<>]/.test(this.#text.charAt(index - 1)) || this.#text.charAt(index + 1) === '>';
	}

	/** The segment ends at `index`; the next one begins so many characters later. */
	#end(index: number, separator: number): number {
		const segment = this.#text.slice(this.#from, index).trim();
		if (segment !== '') this.#done.push(segment);
		this.#from = index + separator;
		return this.#from;
	}
}
