import type { Envelope } from './envelope';
import { compareHlc } from './hlc';

/** The one order of events everybody agrees on: hybrid clock, then writer, then sequence, then id. */
export function compareEvents(left: Envelope, right: Envelope): number {
	return (
		compareHlc(left.hlc, right.hlc) ||
		compareText(left.writer, right.writer) ||
		left.seq - right.seq ||
		compareText(left.id, right.id)
	);
}

/** Sorted, each id once. Any order and any repetition of the same events gives the same list. */
export function inOrder<E extends Envelope>(events: Iterable<E>): readonly E[] {
	const byId = new Map<string, E>();
	for (const event of events) byId.set(event.id, event);
	return [...byId.values()].sort(compareEvents);
}

/** By code unit: the same on every machine, whatever its locale. */
function compareText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
