/**
 * FNV-1a, 32 bits, over UTF-16 code units: short stable names for texts, never security.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** CRC-32 (the one of PNG and gzip, ISO 3309) over the UTF-8 bytes of a text, as 8 hexadecimal digits. */
export function crc32(text: string): string {
	let crc = 0xffffffff;
	for (const byte of new TextEncoder().encode(text)) {
		crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
	}
	return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** `Declare incident!` -> `declare-incident`: lower-case letters and digits of any script, joined by `-`. */
export function slug(text: string, maxLength: number): string {
	const words = text.toLowerCase();
	if (beyondAscii.test(words)) {
		return cutSlug(
			words
				.normalize('NFC')
				.replace(/[^\p{L}\p{N}]+/gu, '-')
				.replace(/^-/, ''),
			maxLength,
		);
	}
	return cutSlug(asciiSlug(words, maxLength), maxLength);
}

/** ASCII alone needs no tables of scripts. */
const beyondAscii = /[^\0-\x7F]/;

/** A slug at least so long, where there are enough words. A step is named by its first few, so the rest is not read. */
function asciiSlug(text: string, enough: number): string {
	let slugged = '';
	let from = 0;
	for (let index = 0; index <= text.length && slugged.length <= enough; index++) {
		if (index < text.length && isAsciiWord(text.charCodeAt(index))) continue;
		if (index > from) slugged += slugged === '' ? text.slice(from, index) : `-${text.slice(from, index)}`;
		from = index + 1;
	}
	return slugged;
}

/** `0-9` or `a-z`. */
function isAsciiWord(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function cutSlug(slugged: string, maxLength: number): string {
	const cut = slugged.slice(0, maxLength);
	return cut.endsWith('-') ? cut.replace(/-+$/, '') : cut;
}
