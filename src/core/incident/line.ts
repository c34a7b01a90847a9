import { crc32 } from '../hash';
import { UserError } from '../userError';
import { decodeEvent } from './decode';
import type { IncidentEvent, UnknownEvent } from './events';

/** A longer line is damage or an attack, and is not parsed; a runbook of the largest size still fits. UTF-16 code units. */
const maxLineLength = 32 * 1024 * 1024;

/** What a line of the record turned out to be. */
export type RecordLine =
	| { readonly kind: 'event'; readonly event: IncidentEvent | UnknownEvent }
	| { readonly kind: 'damaged' }
	| { readonly kind: 'blank' };

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

/**
 * Reads a line. Total. A whole line glued behind a torn one is saved: everything before the last `{"v":` that checks
 * out is the torn one's.
 */
export function decodeLine(line: string): RecordLine {
	// A power cut can leave NULs, another editor a byte order mark or carriage returns.
	const text = line.replace(/^[\uFEFF\0\s]+|[\0\s]+$/g, '');
	if (text === '') return { kind: 'blank' };
	if (text.length > maxLineLength) return { kind: 'damaged' };
	const start = text.lastIndexOf('{"v":');
	const event = openSealed(text) ?? (start > 0 ? openSealed(text.slice(start)) : undefined);
	return event ? { kind: 'event', event } : { kind: 'damaged' };
}

function openSealed(text: string): IncidentEvent | UnknownEvent | undefined {
	const match = seal.exec(text);
	if (!match) return undefined;
	const json = `${text.slice(0, match.index)}}`;
	if (crc32(json) !== match[1]) return undefined;
	try {
		return decodeEvent(JSON.parse(json));
	} catch {
		// Not JSON after all: the caller counts the line as damaged.
		return undefined;
	}
}
