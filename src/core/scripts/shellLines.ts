/** What a line of a shell block is, seen from outside every quote, heredoc, continuation and bracket. */
export type ShellLine = 'blank' | 'comment' | 'command' | 'inside';

/** Words that open a compound command, and those that close one. */
const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{']);
const closing = new Set(['fi', 'done', 'esac', '}']);
/** A run of characters that mean nothing by themselves, or whatever else stands there. */
const shellWord = /[^\s;&|()<>"'`\\$]+|./y;
/** After these a new command begins, so the next word may be a keyword. */
const leading = new Set(['then', 'do', 'else', 'elif', '!', 'time', '{', 'if', 'while', 'until']);

/** A line that opens nothing, whatever its words are, unless the first is a keyword. */
const plainCommand = /^[\w./:=,@%+-][\w ./:=,@%+-]*$/;

function isKeyword(line: string): boolean {
	const word = line.split(' ', 1)[0] ?? '';
	return opening.has(word) || closing.has(word) || leading.has(word);
}

/**
 * Classes each line: the first line of a command is `command`, its further lines (quoted newlines, heredoc bodies,
 * `\` continuations, `if`/`for`/`case`/`{`/`(` bodies) are `inside`. Total: text that never closes a quote is one long
 * command. POSIX shell grammar, with what bash and zsh add to it where it changes where a line ends.
 */
export function classifyShellLines(text: string): readonly ShellLine[] {
	const scanner = new ShellScanner();
	return text
		.replace(/\n$/, '')
		.split('\n')
		.map((line) => scanner.next(line));
}

class ShellScanner {
	/** Open quotes and brackets, innermost last. */
	readonly #open: ('"' | "'" | '`' | '(' | '((')[] = [];
	readonly #heredocs: { readonly end: string; readonly stripTabs: boolean }[] = [];
	#compound = 0;
	#continued = false;
	#commandStart = true;

	next(line: string): ShellLine {
		const inside = this.#isInside();
		if (this.#heredocs.length > 0 && this.#open.length === 0 && !this.#continued) {
			this.#readHeredoc(line);
			return 'inside';
		}
		this.#continued = false;
		if (!inside && plainCommand.test(line) && !isKeyword(line)) return 'command';
		if (this.#open.length === 0) this.#commandStart = true;
		this.#scan(line);
		if (inside) return 'inside';
		if (/^\s*$/.test(line)) return 'blank';
		return /^\s*#/.test(line) ? 'comment' : 'command';
	}

	#isInside(): boolean {
		return this.#open.length > 0 || this.#heredocs.length > 0 || this.#compound > 0 || this.#continued;
	}

	#readHeredoc(line: string): void {
		const [first] = this.#heredocs;
		if (first && (first.stripTabs ? line.replace(/^\t+/, '') : line) === first.end) this.#heredocs.shift();
	}

	#scan(line: string): void {
		let index = 0;
		while (index < line.length) {
			const next = this.#step(line, index);
			if (next === undefined) return;
			index = next;
		}
	}

	/** Consumes one lexeme at `index`; `undefined` when the rest of the line is a comment. */
	#step(line: string, index: number): number | undefined {
		const char = line.charAt(index);
		const top = this.#open.at(-1);
		if (top === "'") return this.#quoted(line, index, "'");
		if (char === '\\') return this.#escape(line, index);
		if (char === '"' || char === '`') return this.#toggle(char, index);
		if (line.startsWith('$(', index)) return this.#openBracket(line, index + 1);
		if (top === '"') return index + 1;
		if (char === "'") return this.#toggle("'", index);
		if (char === '(') return this.#openBracket(line, index);
		if (char === ')') return this.#closeBracket(line, index);
		if (char === '#' && (index === 0 || /[\s;&|(]/.test(line.charAt(index - 1)))) return undefined;
		if (line.startsWith('<<', index) && top !== '((') return this.#heredoc(line, index);
		if (/[\s;&|]/.test(char)) return this.#separator(char, index);
		return this.#word(line, index);
	}

	#quoted(line: string, index: number, quote: string): number {
		const end = line.indexOf(quote, index);
		if (end < 0) return line.length;
		this.#open.pop();
		return end + 1;
	}

	#escape(line: string, index: number): number {
		this.#continued = index === line.length - 1;
		return index + 2;
	}

	#toggle(quote: '"' | "'" | '`', index: number): number {
		if (this.#open.at(-1) === quote) this.#open.pop();
		else this.#open.push(quote);
		this.#commandStart = false;
		return index + 1;
	}

	#openBracket(line: string, index: number): number {
		const arithmetic = line.startsWith('((', index);
		this.#open.push(arithmetic ? '((' : '(');
		this.#commandStart = true;
		return index + (arithmetic ? 2 : 1);
	}

	/** A `)` that closes nothing ends a `case` pattern. */
	#closeBracket(line: string, index: number): number {
		const top = this.#open.at(-1);
		if (top === '(' || top === '((') this.#open.pop();
		else this.#commandStart = true;
		return index + (top === '((' && line.startsWith('))', index) ? 2 : 1);
	}

	#heredoc(line: string, index: number): number {
		const match = /^<<(-?)[ \t]*(?:'([^']+)'|"([^"]+)"|\\?([\w-]+))/.exec(line.slice(index));
		if (!match) return index + (line.startsWith('<<<', index) ? 3 : 2);
		this.#heredocs.push({ end: match[2] ?? match[3] ?? match[4] ?? '', stripTabs: match[1] === '-' });
		return index + match[0].length;
	}

	#separator(char: string, index: number): number {
		if (/[;&|]/.test(char)) this.#commandStart = true;
		return index + 1;
	}

	#word(line: string, index: number): number {
		shellWord.lastIndex = index;
		const word = shellWord.exec(line)?.[0] ?? ' ';
		if (this.#commandStart && this.#open.length === 0) {
			if (opening.has(word)) this.#compound++;
			if (closing.has(word)) this.#compound = Math.max(0, this.#compound - 1);
		}
		this.#commandStart = this.#commandStart && leading.has(word);
		return index + word.length;
	}
}
