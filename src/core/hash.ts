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

/** CRC-32 (the one of PNG and gzip, ISO 3309) over the UTF-8 bytes of a text, as 8 hexadecimal digits. */
export function crc32(text: string): string {
	const { buffer, byteOffset, byteLength } = new TextEncoder().encode(text);
	return crc32Of(new DataView(buffer, byteOffset, byteLength), 0, byteLength)
		.toString(16)
		.padStart(8, '0');
}

/**
 * The same over some bytes, as a number; `before` is that of the bytes before them. Eight bytes at a step, which is as
 * fast for a line as a call of zlib: Kounavis and Berry, "A Systematic Approach to Building High Performance
 * Software-based CRC Generators", 2005.
 */
export function crc32Of(bytes: DataView, from: number, to: number, before = 0): number {
	let crc = ~before;
	let index = from;
	for (; index + 8 <= to; index += 8) {
		const left = crc ^ bytes.getInt32(index, true);
		const right = bytes.getInt32(index + 4, true);
		crc = behind(7, left) ^ behind(6, left >>> 8) ^ behind(5, left >>> 16) ^ behind(4, left >>> 24);
		crc ^= behind(3, right) ^ behind(2, right >>> 8) ^ behind(1, right >>> 16) ^ behind(0, right >>> 24);
	}
	for (; index < to; index++) crc = behind(0, crc ^ bytes.getUint8(index)) ^ (crc >>> 8);
	return ~crc >>> 0;
}

/** What the low byte of `value` adds to the remainder when `count` more bytes follow it, up to 7. */
function behind(count: number, value: number): number {
	return crcTable.getInt32((count << 10) | ((value & 0xff) << 2), true);
}

/** Eight rows of 256 numbers. A view gives a number for any place in it, and is the fastest to read. */
const crcTable = new DataView(new ArrayBuffer(8 * 256 * 4));
for (let byte = 0; byte < 256; byte++) {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	crcTable.setInt32(byte << 2, value, true);
}
for (let place = 1024; place < crcTable.byteLength; place += 4) {
	const before = crcTable.getInt32(place - 1024, true);
	crcTable.setInt32(place, behind(0, before) ^ (before >>> 8), true);
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
