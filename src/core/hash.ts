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
	if (ascii.test(text)) return cutSlug(text.toLowerCase().replace(/[^a-z0-9]+/g, '-'), maxLength);
	const words = text.toLowerCase().normalize('NFC');
	return cutSlug(words.replace(/[^\p{L}\p{N}]+/gu, '-'), maxLength);
}

/** ASCII alone needs no tables of scripts. */
const ascii = /^[\u0020-\u007E]*$/;

function cutSlug(slugged: string, maxLength: number): string {
	return slugged.replace(/^-/, '').slice(0, maxLength).replace(/-+$/, '');
}
