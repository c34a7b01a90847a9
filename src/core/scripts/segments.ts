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

class SegmentCutter {
	readonly #text: string;
	readonly #done: string[] = [];
	/** Open quotes, and `)` for each open `$(`; innermost last. */
	readonly #open: ("'" | '"' | ')')[] = [];
	#current = '';

	constructor(text: string) {
		this.#text = text;
	}

	cut(): readonly string[] | undefined {
		let index = 0;
		while (index < this.#text.length) index = this.#step(index);
		this.#end();
		return this.#open.length > 0 ? undefined : this.#done;
	}

	/** Consumes what begins at `index`; the index behind it. */
	#step(index: number): number {
		const char = this.#text.charAt(index);
		const quote = this.#open.at(-1);
		if (quote === "'") return this.#put(char, index, char === "'");
		if (char === '\\') return this.#put(this.#text.slice(index, index + 2), index, false);
		if (char === '"') return this.#quote(char, index);
		if (this.#text.startsWith('$(', index) && !this.#text.startsWith('$((', index))
			return this.#substitute(index);
		if (char === ')' && quote === ')') return this.#separate(index, true);
		if (char === '`') return this.#separate(index, false);
		if (quote === '"') return this.#put(char, index, false);
		if (char === "'") return this.#quote(char, index);
		if (char === '#' && /^\s?$/.test(this.#text.charAt(index - 1))) return this.#skipComment(index);
		if (/[|;\n(){}]/.test(char) || (char === '&' && !this.#isRedirection(index)))
			return this.#separate(index, false);
		return this.#put(char, index, false);
	}

	#put(piece: string, index: number, closes: boolean): number {
		this.#current += piece;
		if (closes) this.#open.pop();
		return index + piece.length;
	}

	#quote(quote: "'" | '"', index: number): number {
		const closes = this.#open.at(-1) === quote;
		if (!closes) this.#open.push(quote);
		return this.#put(quote, index, closes);
	}

	#substitute(index: number): number {
		this.#open.push(')');
		this.#end();
		return index + 2;
	}

	#separate(index: number, closes: boolean): number {
		if (closes) this.#open.pop();
		this.#end();
		return index + 1;
	}

	#skipComment(index: number): number {
		const end = this.#text.indexOf('\n', index);
		return end < 0 ? this.#text.length : end;
	}

	/** `2>&1`, `&>file`, `>&2`. */
	#isRedirection(index: number): boolean {
		return /[<>]/.test(this.#text.charAt(index - 1)) || this.#text.charAt(index + 1) === '>';
	}

	#end(): void {
		const segment = this.#current.trim();
		if (segment !== '') this.#done.push(segment);
		this.#current = '';
	}
}
