import { redact } from './redact';
import { terminalText } from './terminalText';

/** What is kept of a run's output, bytes of UTF-8. */
export const keptBytes = 65_536;
/** What is read of it at all, UTF-16 units: the last part, so that a script may print for hours. */
const readUnits = 500_000;

/** Output as it is kept with the record: no escapes, no secrets that can be told, the last `keptBytes`. */
export interface KeptOutput {
	readonly text: string;
	/** Whether something before it was left out. */
	readonly cut: boolean;
}

/** Takes what a terminal sends, piece by piece. `secrets` are texts that must not be kept, whatever they look like. */
export class OutputCapture {
	#raw = '';
	#cut = false;

	add(piece: string): void {
		this.#raw += piece;
		if (this.#raw.length > 2 * readUnits) this.#trim();
	}

	kept(secrets: readonly string[]): KeptOutput {
		this.#trim();
		// Secrets go first: half of one that a cut leaves would not be known as one.
		const text = redact(terminalText(this.#raw), secrets).replace(/^\n+|\s+$/g, '');
		const tail = lastBytes(text, keptBytes);
		return { text: tail, cut: this.#cut || tail.length < text.length };
	}

	/** Cuts behind a line end where there is one, not within an escape sequence or a secret. */
	#trim(): void {
		if (this.#raw.length <= readUnits) return;
		const tail = this.#raw.slice(-readUnits);
		const newline = tail.indexOf('\n');
		this.#raw = newline < 0 ? tail : tail.slice(newline + 1);
		this.#cut = true;
	}
}

/** The longest end of a text that is at most `limit` bytes of UTF-8 and begins at a character. */
export function lastBytes(text: string, limit: number): string {
	let bytes = 0;
	let from = text.length;
	while (from > 0) {
		const before = text.codePointAt(from - 2) ?? 0;
		const isPair = before > 0xffff && from >= 2;
		const code = isPair ? before : text.charCodeAt(from - 1);
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code <= 0xffff ? 3 : 4;
		if (bytes > limit) break;
		from -= isPair ? 2 : 1;
	}
	return text.slice(from);
}
