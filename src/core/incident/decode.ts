import type { IncidentEvent, UnknownEvent } from './events';
import type { Hlc } from './hlc';
import { isFiniteNumber, isInstant, isObject, isString } from './guards';
import { isEventType, ruleOf } from './rules';

const maxClock = 2 ** 48;
const maxCounter = 2 ** 31;

/**
 * Turns parsed JSON into an event; `undefined` when it is none, whatever it is. An event of an unknown type, or of a
 * known type with data this version cannot read, comes back as unknown.
 */
export function decodeEvent(value: unknown): IncidentEvent | UnknownEvent | undefined {
	if (!isObject(value)) return undefined;
	const { v, id, incident, writer, seq, hlc, at, by, prev, type, data } = value;
	if (v !== 1 || !isString(id) || !isString(incident) || !isString(writer) || !isString(by)) return undefined;
	if (!isFiniteNumber(seq) || !isInstant(at) || !isHlc(hlc) || !isString(type)) return undefined;
	if (!isEventType(type) || !isObject(data) || !ruleOf(type).isData(data)) {
		const unknown = {
			v,
			id,
			incident,
			writer,
			seq,
			hlc,
			at,
			by,
			type: 'unknown',
			originalType: type,
			data,
		} as const;
		return isString(prev) ? { ...unknown, prev } : unknown;
	}
	// Written out twice: copying an object member by member costs more than all the checks.
	const event = isString(prev)
		? { v, id, incident, writer, seq, hlc, at, by, prev, type, data }
		: { v, id, incident, writer, seq, hlc, at, by, type, data };
	// The guard of this very type has just accepted the data; TypeScript cannot tie the two together.
	return event as unknown as IncidentEvent;
}

function isHlc(value: unknown): value is Hlc {
	if (!Array.isArray(value) || value.length !== 2) return false;
	const [time, counter] = value as readonly unknown[];
	return isFiniteNumber(time) && isFiniteNumber(counter) && time < maxClock && counter < maxCounter;
}
