import { printable } from '../printable';

/**
 * What a terminal was sent, as the text a person saw at the end: CSI, OSC and DCS sequences gone (ECMA-48), `\r` and
 * backspace overwrite, cursor moves within the last lines are followed, full-screen programs leave nothing. What is
 * still unprintable is shown as `\u{202e}`. Total and linear.
 */
export function terminalText(raw: string): string {
	const screen = new Screen();
	let at = 0;
	for (const match of raw.matchAll(control)) {
		screen.write(raw.slice(at, match.index));
		at = match.index + match[0].length;
		apply(screen, match[0], match);
	}
	screen.write(raw.slice(at));
	return printable(screen.text());
}

/**
 * CSI with its parameters and final byte · strings (OSC, DCS, SOS, PM, APC) up to BEL or ST; one that is never closed
 * ends with its line, so that it cannot hide what follows · other escapes · single control characters.
 */
const control =
	// eslint-disable-next-line no-control-regex -- these are what is looked for
	/(?:\x1b\[|\x9b)([0-?]*)[ -/]*([@-~])?|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x1b(?!\\)[^\x07\x1b\x9c\n]*)*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?|[\x00-\x08\x0a-\x1f\x7f-\x9f]/g;

function apply(screen: Screen, sequence: string, [, parameters = '', final]: RegExpExecArray): void {
	if (/^\?(?:1049|1047|47)$/.test(parameters)) screen.fullScreen = final === 'h';
	const number = Math.min(Number(/^\d{1,6}/.exec(parameters)?.[0] ?? 0), maxMove);
	effects.get(final ?? sequence)?.(screen, number);
}

/** By the final byte of a CSI sequence, or by the control character. A missing number is 0; moves then go by one. */
const effects: ReadonlyMap<string, (screen: Screen, number: number) => void> = new Map([
	['A', (screen, number) => screen.moveRow(-Math.max(number, 1))],
	['B', (screen, number) => screen.moveRow(Math.max(number, 1))],
	['C', (screen, number) => screen.moveColumn(Math.max(number, 1))],
	['D', (screen, number) => screen.moveColumn(-Math.max(number, 1))],
	['G', (screen, number) => screen.toColumn(Math.max(number, 1) - 1)],
	['K', (screen, number) => screen.eraseLine(number)],
	['\n', (screen) => screen.newLine()],
	['\r', (screen) => screen.toColumn(0)],
	['\b', (screen) => screen.moveColumn(-1)],
]);

/** No program that writes lines moves farther; a larger number would only cost time. */
const maxMove = 120;

class Screen {
	/** Cells of each line, one code point each. */
	readonly #lines: string[][] = [[]];
	#row = 0;
	#column = 0;
	fullScreen = false;

	write(text: string): void {
		if (this.fullScreen) return;
		for (const character of text) {
			const line = this.#line();
			while (line.length < this.#column) line.push(' ');
			line[this.#column++] = character;
		}
	}

	newLine(): void {
		if (this.fullScreen) return;
		this.#row++;
		this.#column = 0;
		if (this.#row === this.#lines.length) this.#lines.push([]);
	}

	moveRow(by: number): void {
		this.#row = Math.min(Math.max(this.#row + by, 0), this.#lines.length - 1);
	}

	moveColumn(by: number): void {
		this.toColumn(this.#column + by);
	}

	/** Not far behind the end of the line: what is between is filled with spaces. */
	toColumn(column: number): void {
		this.#column = Math.min(Math.max(column, 0), Math.max(this.#line().length, this.#column, maxMove));
	}

	/** ECMA-48 EL: 0 from the cursor on, 2 the whole line. Programs go to its start then, before or after. */
	eraseLine(part: number): void {
		if (part === 2) this.#column = 0;
		if (part !== 1 && this.#line().length > this.#column) this.#line().length = this.#column;
	}

	text(): string {
		return this.#lines.map((cells) => cells.join('').trimEnd()).join('\n');
	}

	#line(): string[] {
		return (this.#lines[this.#row] ??= []);
	}
}
