import type { TimeWindow } from '../schedule/window';

/**
 * Where a part of the response stands. `late`: its time is over and work is left; `left`: the incident was resolved
 * with that work not done.
 */
export type DueState = 'ahead' | 'now' | 'late' | 'left' | 'done';

/** `at` is when the state ends (`ahead`, `now`) or when it began (`late`); `undefined` when no clock says so. */
export interface Due {
	readonly state: DueState;
	readonly at: number | undefined;
}

/** Milliseconds since 1970. */
export interface IncidentClock {
	readonly declaredAt: number;
	readonly resolvedAt: number | undefined;
	readonly now: number;
}

const minuteMs = 60_000;

/** The state of a phase or group with `open` items not done; `undefined` when it has no window and work is left. */
export function dueOf(window: TimeWindow | undefined, clock: IncidentClock, open: number): Due | undefined {
	if (open === 0) return { state: 'done', at: undefined };
	if (!window) return undefined;
	const { declaredAt, resolvedAt } = clock;
	if (window.from === 'declared' && resolvedAt !== undefined) return { state: 'left', at: undefined };
	const anchor = window.from === 'declared' ? declaredAt : resolvedAt;
	if (anchor === undefined) return { state: 'ahead', at: undefined };
	// A clock that was set back counts as standing at the beginning.
	const now = Math.max(clock.now, anchor);
	const start = anchor + window.startMin * minuteMs;
	const end = window.endMin === undefined ? undefined : anchor + window.endMin * minuteMs;
	if (now < start) return { state: 'ahead', at: start };
	return end === undefined || now < end ? { state: 'now', at: end } : { state: 'late', at: end };
}

/** The same for one open item that is due some minutes after the declaration, or after the resolution. */
export function itemDue(dueMin: number, from: TimeWindow['from'], clock: IncidentClock): Due | undefined {
	return dueOf({ startMin: 0, endMin: dueMin, from }, clock, 1);
}

/** For people; `time` writes an instant as a local time of day. */
export function dueWords(due: Due, time: (instant: number) => string): string {
	const at = due.at === undefined ? undefined : time(due.at);
	switch (due.state) {
		case 'ahead':
			return at === undefined ? 'ahead, after resolution' : `ahead, from ${at}`;
		case 'now':
			return at === undefined ? 'now' : `now, until ${at}`;
		case 'late':
			return at === undefined ? 'late' : `late since ${at}`;
		case 'left':
			return 'left open';
		case 'done':
			return 'done';
	}
}

/** `T+0 to T+10`, `from T+30`, `within 24 h of resolution`. */
export function windowWords({ startMin, endMin, from }: TimeWindow): string {
	if (from === 'declared')
		return endMin === undefined ? `from T+${startMin}` : `T+${startMin} to T+${endMin}`;
	if (endMin === undefined) return `from ${duration(startMin)} after resolution`;
	if (startMin === 0) return `within ${duration(endMin)} of resolution`;
	return `${duration(startMin)} to ${duration(endMin)} after resolution`;
}

/** `T+15`, or `1 h after resolution`. */
export function dueMinWords(dueMin: number, from: TimeWindow['from']): string {
	return from === 'declared' ? `T+${dueMin}` : `${duration(dueMin)} after resolution`;
}

/** Minutes in the largest unit that divides them: `45 min`, `48 h`, `5 days`. */
export function duration(minutes: number): string {
	if (minutes > 3 * 1440 && minutes % 1440 === 0) return `${minutes / 1440} days`;
	return minutes >= 60 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
