/**
 * What a character of a shell text is to the shell: `other` is what an escape, `$( )`, `${ }`, `$' '` or a heredoc
 * with substitutions holds, and everything in a text that cannot be read for sure.
 */
export type ShellContext =
	'plain' | 'double' | 'single' | 'comment' | 'heredoc' | 'literalHeredoc' | 'arithmetic' | 'other';

/** `$NAME` or `${NAME…}` where the shell expands it. `operator` is what follows the name in braces, such as `:-x`. */
export interface ShellReference {
	readonly name: string;
	readonly from: number;
	readonly to: number;
	readonly operator: string;
	readonly context: ShellContext;
}

export interface ShellScan {
	/** One for each UTF-16 unit of the text. */
	readonly contexts: readonly ShellContext[];
	readonly references: readonly ShellReference[];
	/** End words of the heredocs: a line that is one of them ends it. */
	readonly heredocEnds: readonly string[];
	/** False when the text holds something whose end this reader cannot prove; then every context is `other`. */
	readonly certain: boolean;
}

/**
 * Reads a shell text (POSIX, with what bash, zsh and ksh add to quoting). Total and linear. It would rather not be
 * certain than be wrong: backticks, `case` or a heredoc inside brackets, and quotes inside `${ }` end its certainty.
 */
export function scanShell(text: string): ShellScan {
	return new ContextScanner(text).scan();
}

type Frame = '(' | '$(' | '"' | "'" | "$'" | '${' | '((' | 'arithmetic(';

const contextOf: Readonly<Record<Frame, ShellContext>> = {
	'(': 'plain',
	'$(': 'plain',
	'"': 'double',
	"'": 'single',
	"$'": 'other',
	'${': 'other',
	'((': 'arithmetic',
	'arithmetic(': 'arithmetic',
};

interface Heredoc {
	readonly end: string;
	readonly literal: boolean;
	readonly stripTabs: boolean;
}

class ContextScanner {
	readonly #text: string;
	readonly #contexts: ShellContext[] = [];
	readonly #references: ShellReference[] = [];
	readonly #heredocEnds: string[] = [];
	/** Innermost last. */
	readonly #open: Frame[] = [];
	#pending: Heredoc[] = [];
	/** How many `$( )` and `<( )` are open: their output is split into words again. */
	#substitutions = 0;
	#certain = true;

	constructor(text: string) {
		this.#text = text;
	}

	scan(): ShellScan {
		let index = 0;
		while (index < this.#text.length) {
			const to = this.#step(index);
			while (this.#contexts.length < to) this.#contexts.push(this.#label(this.#context()));
			index = to;
		}
		const certain = this.#certain && this.#open.length === 0 && this.#pending.length === 0;
		return {
			contexts: certain ? this.#contexts : this.#contexts.map(() => 'other'),
			references: this.#references,
			heredocEnds: this.#heredocEnds,
			certain,
		};
	}

	#context(): ShellContext {
		const top = this.#open.at(-1);
		return top === undefined ? 'plain' : contextOf[top];
	}

	#label(context: ShellContext): ShellContext {
		return this.#substitutions > 0 ? 'other' : context;
	}

	/** Consumes what begins at `index`; the index behind it. What it leaves unmarked has the innermost context. */
	#step(index: number): number {
		const char = this.#text.charAt(index);
		const top = this.#open.at(-1);
		if (top === "'") return this.#inQuote(index, char === "'");
		if (char === '\\') return this.#mark(index, index + 2, 'other');
		if (top === "$'") return this.#inQuote(index, char === "'");
		if (char === '`') return this.#doubt(index);
		if (char === '$') return this.#dollar(index);
		if (top === '"') return this.#inQuote(index, char === '"');
		if (top === '${') return this.#inBraces(index, char);
		if (top === '((' || top === 'arithmetic(') return this.#inArithmetic(index, char);
		return this.#inPlain(index, char);
	}

	#mark(from: number, to: number, context: ShellContext): number {
		const end = Math.min(to, this.#text.length);
		for (let index = from; index < end; index++) this.#contexts.push(this.#label(context));
		return end;
	}

	#doubt(index: number): number {
		this.#certain = false;
		return index + 1;
	}

	#enter(frame: Frame, from: number, to: number): number {
		const end = this.#mark(from, to, this.#context());
		this.#open.push(frame);
		if (frame === '$(') this.#substitutions++;
		return end;
	}

	#inQuote(index: number, closes: boolean): number {
		this.#mark(index, index + 1, this.#context());
		if (closes && this.#open.pop() === '$(') this.#substitutions--;
		return index + 1;
	}

	#inBraces(index: number, char: string): number {
		if (/["'\n]/.test(char)) this.#certain = false;
		return this.#inQuote(index, char === '}');
	}

	/** `((a) || (b))` may be two subshells: a single `)` that closes `((` ends the certainty. */
	#inArithmetic(index: number, char: string): number {
		if (/["'\n]/.test(char)) this.#certain = false;
		if (char === '(') return this.#enter('arithmetic(', index, index + 1);
		if (char !== ')') return index + 1;
		if (this.#open.at(-1) === 'arithmetic(') return this.#inQuote(index, true);
		if (!this.#text.startsWith('))', index)) this.#certain = false;
		const end = this.#mark(index, index + 2, 'arithmetic');
		this.#open.pop();
		return end;
	}

	#dollar(index: number): number {
		const text = this.#text;
		const plain = this.#context() === 'plain';
		if (text.startsWith('$((', index)) return this.#enter('((', index, index + 3);
		if (text.startsWith('$(', index)) return this.#enter('$(', index, index + 2);
		if (plain && text.startsWith("$'", index)) return this.#enter("$'", index, index + 2);
		const name = /^\$(\{[!#]?)?([A-Za-z_]\w*)/.exec(text.slice(index, index + 200));
		if (name) return this.#reference(index, name);
		if (text.startsWith('${', index)) return this.#enter('${', index, index + 2);
		// `$1`, `$#`, `$$` and the like are one thing; a `$` before anything else is itself.
		return index + (/[\d#$?!@*_-]/.test(text.charAt(index + 1)) ? 2 : 1);
	}

	#reference(index: number, [source, brace, name = '']: RegExpExecArray): number {
		const to = index + source.length;
		const braced = brace !== undefined;
		const operator = braced ? (/^[^}\n]*/.exec(this.#text.slice(to, to + 200))?.[0] ?? '') : '';
		if (brace !== '${!' && (brace !== '${#' || operator === '')) {
			const context = this.#label(this.#context());
			this.#references.push({ name, from: index, to, operator, context });
		}
		return braced ? this.#enter('${', index, to) : to;
	}

	#inPlain(index: number, char: string): number {
		const text = this.#text;
		if (char === '"' || char === "'") return this.#enter(char, index, index + 1);
		if (text.startsWith('((', index)) return this.#enter('((', index, index + 2);
		if (char === '(') return this.#enter(/[<>]/.test(text.charAt(index - 1)) ? '$(' : '(', index, index + 1);
		// A `)` that closes nothing ends a `case` pattern.
		if (char === ')') return this.#inQuote(index, this.#open.length > 0);
		if (char === '\n') return this.#newline(index);
		if (char === '#') return this.#hash(index);
		if (text.startsWith('<<', index)) return this.#heredoc(index);
		if (this.#open.length > 0 && /^\Wcase\s/.test(text.slice(index - 1, index + 5))) this.#certain = false;
		return index + 1;
	}

	#hash(index: number): number {
		const before = this.#text.charAt(index - 1);
		if (/[<>]/.test(before)) return this.#doubt(index);
		if (!/^[\s;&|()]?$/.test(before)) return index + 1;
		const end = this.#text.indexOf('\n', index);
		return this.#mark(index, end < 0 ? this.#text.length : end, 'comment');
	}

	#heredoc(index: number): number {
		if (this.#text.startsWith('<<<', index)) return index + 3;
		const source = this.#text.slice(index, index + 100);
		const match = /^<<(-?)[ \t]*(?:'([\w.-]+)'|"([\w.-]+)"|\\?([\w.-]+))(?=[\s;&|<>)]|$)/.exec(source);
		if (!match || this.#open.length > 0) return this.#doubt(index);
		const bare = match[4];
		const end = match[2] ?? match[3] ?? bare ?? '';
		const literal = bare === undefined || match[0].includes('\\');
		this.#pending.push({ end, literal, stripTabs: match[1] === '-' });
		this.#heredocEnds.push(end);
		return index + match[0].length;
	}

	#newline(index: number): number {
		let at = this.#mark(index, index + 1, 'plain');
		if (this.#open.length > 0) return at;
		const pending = this.#pending;
		this.#pending = [];
		for (const heredoc of pending) at = this.#body(at, heredoc);
		return at;
	}

	#body(from: number, { end, literal, stripTabs }: Heredoc): number {
		let at = from;
		while (at < this.#text.length) {
			const newline = this.#text.indexOf('\n', at);
			const lineEnd = newline < 0 ? this.#text.length : newline;
			const line = this.#text.slice(at, lineEnd);
			if ((stripTabs ? line.replace(/^\t+/, '') : line) === end)
				return this.#closeBody(from, at, literal, lineEnd);
			at = lineEnd + 1;
		}
		this.#certain = false;
		return this.#text.length;
	}

	#closeBody(from: number, to: number, literal: boolean, lineEnd: number): number {
		const body = this.#text.slice(from, to);
		const context = literal ? 'literalHeredoc' : /`|\$[({]|\\\n/.test(body) ? 'other' : 'heredoc';
		if (!literal) this.#bodyReferences(body, from, context);
		this.#mark(from, to, context);
		return this.#mark(to, lineEnd, 'other');
	}

	#bodyReferences(body: string, from: number, context: ShellContext): void {
		const pattern = /\\.|\$(?:\{#?([A-Za-z_]\w*)([^}\n]{0,200})|([A-Za-z_]\w*))/gs;
		for (const match of body.matchAll(pattern)) {
			const [source, braced, operator = '', bare] = match;
			const name = braced ?? bare;
			const start = from + match.index;
			if (name !== undefined)
				this.#references.push({ name, from: start, to: start + source.length, operator, context });
		}
	}
}
