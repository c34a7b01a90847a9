import type { Item } from '../runbook/model';
import { durationSource, parseDuration } from '../schedule/duration';

const second = 1000;
const minute = 60 * second;

/** What a person is asked about repeating a check. A number without a unit counts in `unitMs`. */
export interface SpanQuestion {
	readonly unitMs: number;
	readonly leastMs: number;
	readonly mostMs: number;
	/** Why another text will not do. */
	readonly objection: string;
}

export const everyQuestion: SpanQuestion = {
	unitMs: second,
	leastMs: 5 * second,
	mostMs: 60 * minute,
	objection: 'Seconds from 5 to 3600, such as 30, or 2 min.',
};
export const limitQuestion: SpanQuestion = {
	unitMs: minute,
	leastMs: minute,
	mostMs: 24 * 60 * minute,
	objection: 'Minutes from 1 to 1440, such as 30, or 2 h.',
};

/** Milliseconds of `30`, `30 s`, `2 min`, `1h`; `undefined` when it is no time or outside the limits. */
export function readSpan(text: string, { unitMs, leastMs, mostMs }: SpanQuestion): number | undefined {
	const trimmed = text.trim();
	const minutes = parseDuration(trimmed);
	const ms = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) * unitMs : minutes && Math.round(minutes * minute);
	return ms !== undefined && ms >= leastMs && ms <= mostMs ? ms : undefined;
}

/** How long a runbook wants a thing watched: `Monitor stability: Watch for 30+ minutes post-fix`. */
export interface WatchTime {
	readonly minutes: number;
	readonly text: string;
}

const watching = /\b(?:monitor|watch|observe|soak|stay|remain|stable|stability)\w*\b/i;
const forSoLong = new RegExp(String.raw`(?<![\p{L}\d])${durationSource}`, 'iu');
/** `Monitor every 5 min` says how often, and `within 30 min` until when. */
const otherTime = /\b(?:every|within|each|per)\s*$/i;

/** The longest time that an item asks to watch for; `undefined` when none does. */
export function watchTimeIn(items: readonly Pick<Item, 'text'>[]): WatchTime | undefined {
	const found = items.flatMap(({ text }) => watchTimeOf(text) ?? []);
	return found.reduce<WatchTime | undefined>(
		(longest, next) => (longest && longest.minutes >= next.minutes ? longest : next),
		undefined,
	);
}

function watchTimeOf(text: string): WatchTime | undefined {
	const match = watching.test(text) ? forSoLong.exec(text) : null;
	if (!match || otherTime.test(text.slice(0, match.index))) return undefined;
	const minutes = parseDuration(match[1] ?? '');
	return minutes !== undefined && minutes >= 1 && minutes <= 24 * 60 ? { minutes, text } : undefined;
}
