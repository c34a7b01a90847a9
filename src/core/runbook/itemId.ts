import { fnv1a, slug } from '../hash';

/**
 * Mints ids that survive edits elsewhere in the document: a slug of the label for people, four hexadecimal digits of
 * the text's hash so that two "Action items" with different details differ, and a number for true repeats, in order.
 * `declare-incident-3f2a`, `declare-incident-3f2a-2`.
 */
export class IdMint {
	readonly #seen = new Map<string, number>();

	mint(label: string, text: string): string {
		const hash = upperHex(fnv1a(text));
		const name = slug(label, 40);
		const base = name === '' ? hash : `${name}-${hash}`;
		const count = (this.#seen.get(base) ?? 0) + 1;
		this.#seen.set(base, count);
		return count === 1 ? base : `${base}-${count}`;
	}
}

/** The upper 16 of 32 bits as four digits. */
function upperHex(value: number): string {
	return digitOf(value >>> 28) + digitOf(value >>> 24) + digitOf(value >>> 20) + digitOf(value >>> 16);
}

function digitOf(value: number): string {
	return '0123456789abcdef'.charAt(value & 15);
}
