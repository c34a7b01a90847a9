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

/** Sorted, each event once. Any order and any repetition of the same events gives the same list. */
export function inOrder<E extends Envelope>(events: Iterable<E>): readonly E[] {
	const list = [...events];
	if (isAscending(list)) return list;
	return list
		.sort(compareEvents)
		.filter((event, index, all) => index === 0 || event.id !== all[index - 1]?.id);
}

/** The record of one writer is in order already; a look is cheaper than a sort. */
function isAscending(events: readonly Envelope[]): boolean {
	let before: Envelope | undefined;
	for (const event of events) {
		if (before && compareEvents(before, event) >= 0) return false;
		before = event;
	}
	return true;
}

/** By code unit: the same on every machine, whatever its locale. */
function compareText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
