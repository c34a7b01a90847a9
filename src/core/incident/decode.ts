import type { Envelope, EventType, IncidentEvent, UnknownEvent } from './events';
import type { Hlc } from './hlc';
import { isArrayOf, isFiniteNumber, isObject, isOptional, isString, type JsonObject } from './guards';
import { parseSeverity } from './severity';

const maxClock = 2 ** 48;
const maxCounter = 2 ** 31;

/**
 * Turns parsed JSON into an event; `undefined` when it is none, whatever it is. An event of an unknown type, or of a
 * known type with data this version cannot read, comes back as unknown.
 */
export function decodeEvent(value: unknown): IncidentEvent | UnknownEvent | undefined {
	if (!isObject(value)) return undefined;
	const envelope = decodeEnvelope(value);
	const { type, data } = value;
	if (!envelope || !isString(type)) return undefined;
	if (!isEventType(type) || !isObject(data) || !dataGuards[type](data)) {
		return { ...envelope, type: 'unknown', originalType: type };
	}
	// The guard of this very type has just accepted the data; TypeScript cannot tie the two together.
	return { ...envelope, type, data } as unknown as IncidentEvent;
}

function decodeEnvelope(value: JsonObject): Envelope | undefined {
	const { v, id, incident, writer, seq, hlc, at, by } = value;
	if (v !== 1 || !isString(id) || !isString(incident) || !isString(writer) || !isString(by)) return undefined;
	if (!isFiniteNumber(seq) || !isFiniteNumber(at) || !isHlc(hlc)) return undefined;
	return { v, id, incident, writer, seq, hlc, at, by };
}

function isHlc(value: unknown): value is Hlc {
	if (!Array.isArray(value) || value.length !== 2) return false;
	const [time, counter] = value as readonly unknown[];
	return isFiniteNumber(time) && isFiniteNumber(counter) && time < maxClock && counter < maxCounter;
}

function isEventType(type: string): type is EventType {
	return Object.hasOwn(dataGuards, type);
}

const isRoleAssignment = (value: unknown): boolean =>
	isObject(value) && isString(value['role']) && isString(value['person']);

const isMintedItem = (value: unknown): boolean =>
	isObject(value) && isString(value['id']) && isString(value['text']) && isArrayOf(value['path'], isString);

const isRunbook = (value: unknown): boolean =>
	isObject(value) &&
	isString(value['path']) &&
	isString(value['sha256']) &&
	isArrayOf(value['items'], isMintedItem);

const isItem = (data: JsonObject): boolean => isString(data['item']) && isString(data['text']);
const isRun = (data: JsonObject): boolean =>
	isString(data['run']) && isString(data['title']) && isString(data['sha256']);

const isOutcome = (value: unknown): boolean =>
	isObject(value) &&
	((value['kind'] === 'exited' && isFiniteNumber(value['exitCode'])) ||
		(value['kind'] === 'unknown' && isString(value['reason'])));

const isSeverity = (value: unknown): boolean => isString(value) && parseSeverity(value) === value;

/** One row an event type: whether its data can be relied on. */
const dataGuards: { readonly [T in EventType]: (data: JsonObject) => boolean } = {
	declared: (data) =>
		isString(data['title']) &&
		isSeverity(data['severity']) &&
		isArrayOf(data['roles'], isRoleAssignment) &&
		isOptional(data['runbook'], isRunbook),
	severityChanged: (data) => isSeverity(data['severity']),
	roleAssigned: isRoleAssignment,
	itemDone: isItem,
	itemReopened: isItem,
	noteAdded: (data) => isString(data['text']) && isOptional(data['happenedAt'], isFiniteNumber),
	scriptStarted: isRun,
	scriptFinished: (data) => isRun(data) && isOutcome(data['outcome']),
	resolved: (data) => isOptional(data['summary'], isString),
};
