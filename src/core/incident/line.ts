import { crc32, crc32Of } from '../hash';
import { UserError } from '../userError';
import { decodeEvent } from './decode';
import type { IncidentEvent, UnknownEvent } from './events';

/** A longer line is damage or an attack, and is not parsed; a runbook of the largest size still fits. UTF-16 code units. */
const maxLineLength = 32 * 1024 * 1024;

/** So much is turned into text at a time; larger strings cost more to get rid of. Bytes. */
const chunkSize = 32 * 1024;
const newline = 0x0a;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a line of the record turned out to be. */
export type RecordLine =
	| { readonly kind: 'event'; readonly event: IncidentEvent | UnknownEvent }
	| { readonly kind: 'damaged' }
	| { readonly kind: 'blank' };

/** What is in the bytes of a file of the record. */
export interface RecordLines {
	readonly events: readonly (IncidentEvent | UnknownEvent)[];
	/** How many lines could not be made out. */
	readonly damaged: number;
}

const sealLength = ',"crc":"01234567"}'.length;
const seal = /,"crc":"([0-9a-f]{8})"\}$/;

/**
 * One line without its newline: the event as JSON, its last member the CRC-32 of the JSON without it. Throws a
 * `UserError` rather than write what could not be read again.
 */
export function encodeLine(event: IncidentEvent): string {
	const json = JSON.stringify(event);
	const line = `${json.slice(0, -1)},"crc":"${crc32(json)}"}`;
	if (line.length > maxLineLength)
		throw new UserError('That text is too long to be recorded; nothing was saved. Shorten it.');
	return line;
}

/** Reads one line; the last event when whole lines are glued together in it. Total. */
export function decodeLine(line: string): RecordLine {
	const { events, damaged } = decodeAny(line);
	const event = events.at(-1);
	return event ? { kind: 'event', event } : { kind: damaged > 0 ? 'damaged' : 'blank' };
}

/** Whatever a line holds. Whole lines glued behind a torn one, or behind each other, are saved. */
function decodeAny(line: string): RecordLines {
	const text = clean(line);
	if (text === '') return { events: [], damaged: 0 };
	if (text.length > maxLineLength) return { events: [], damaged: 1 };
	const whole = openSealed(text);
	if (whole) return { events: [whole], damaged: 0 };
	const parts = text.split(/(?=\{"v":)/);
	const events = parts.flatMap((part) => openSealed(clean(part)) ?? []);
	return { events, damaged: events.length < parts.length ? 1 : 0 };
}

/** Without what is blank at both ends: a power cut can leave NULs, another editor a byte order mark or carriage returns. */
function clean(line: string): string {
	let [start, end] = [0, line.length];
	while (start < end && isBlank(line.charCodeAt(start))) start++;
	while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
	return line.slice(start, end);
}

function isBlank(code: number): boolean {
	return code <= 0x20 || code === 0xfeff;
}

function openSealed(text: string): IncidentEvent | UnknownEvent | undefined {
	const match = seal.exec(text);
	if (!match || crc32(`${text.slice(0, match.index)}}`) !== match[1]) return undefined;
	return parseEvent(text);
}

/** The seal is a member like any other, and no member of an event. */
function parseEvent(text: string): IncidentEvent | UnknownEvent | undefined {
	try {
		return decodeEvent(JSON.parse(text));
	} catch {
		// Not JSON after all: the caller counts the line as damaged.
		return undefined;
	}
}

/**
 * Reads all lines of a file, or of a part of it that begins with a line. Total. The same as `decodeLine` for each of
 * them, only that a line in order is checked where it lies.
 */
export function decodeLines(bytes: Uint8Array): RecordLines {
	const found: Draft = { events: [], damaged: 0 };
	for (let from = 0; from < bytes.length;) {
		const to = chunkEnd(bytes, from);
		decodeChunk(bytes.subarray(from, to), found);
		from = to;
	}
	return found;
}

interface Draft {
	readonly events: (IncidentEvent | UnknownEvent)[];
	damaged: number;
}

/** Behind the last line that ends within a chunk; a longer line is a chunk of its own. */
function chunkEnd(bytes: Uint8Array, from: number): number {
	if (bytes.length - from <= chunkSize) return bytes.length;
	const last = bytes.subarray(from, from + chunkSize).lastIndexOf(newline);
	if (last >= 0) return from + last + 1;
	const next = bytes.indexOf(newline, from);
	return next < 0 ? bytes.length : next + 1;
}

function decodeChunk(bytes: Uint8Array, found: Draft): void {
	if (bytes.length > 4 * maxLineLength) {
		found.damaged++;
		return;
	}
	const text = utf8.decode(bytes);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// A newline is one byte and one character whatever is around it, so both are cut alike.
	for (let start = 0, from = 0; from < bytes.length;) {
		const end = orEnd(text.indexOf('\n', start), text);
		const to = text.length === bytes.length ? end : orEnd(bytes.indexOf(newline, from), bytes);
		const line = text.slice(start, end);
		const event = isSealed(view, from, to) ? parseEvent(line) : undefined;
		if (event) found.events.push(event);
		else addOther(line, found);
		start = end + 1;
		from = to + 1;
	}
}

/** The slow way, for whatever is not a clean line. */
function addOther(line: string, found: Draft): void {
	const { events, damaged } = decodeAny(line);
	for (const event of events) found.events.push(event);
	found.damaged += damaged;
}

function orEnd(index: number, all: { readonly length: number }): number {
	return index < 0 ? all.length : index;
}

/** `,"crc":"0123abcd"}` and the checksum is right. The brace behind it is the one the JSON ended with. */
function isSealed(bytes: DataView, from: number, to: number): boolean {
	const json = to - sealLength;
	if (json <= from || bytes.getUint32(json) !== 0x2c226372 || bytes.getUint32(json + 4) !== 0x63223a22)
		return false;
	if (bytes.getUint16(to - 2) !== 0x227d) return false;
	return crc32Of(bytes, to - 1, to, crc32Of(bytes, from, json)) === hexAt(bytes, json + 8);
}

/** Eight lower-case hexadecimal digits; -1 for anything else. */
function hexAt(bytes: DataView, at: number): number {
	let value = 0;
	for (let index = at; index < at + 8; index++) {
		const code = bytes.getUint8(index);
		const digit =
			code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
		if (digit < 0) return -1;
		value = value * 16 + digit;
	}
	return value;
}
