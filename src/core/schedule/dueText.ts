import { parseDuration } from './duration';

/**
 * Reads a time to come as people type it: `15m` (from now), `14:05` (the next time the local clock shows it), or ISO
 * 8601. Milliseconds since 1970; `undefined` when it is none of these or has passed.
 */
export function parseDue(text: string, now: number): number | undefined {
	const trimmed = text.trim().replace(/^(?:in|by|at|\+)\s*/i, '');
	const minutes = parseDuration(trimmed);
	const instant =
		minutes === undefined ? (clockTime(trimmed, now) ?? absolute(trimmed)) : now + minutes * 60_000;
	return instant !== undefined && instant > now ? instant : undefined;
}

function clockTime(text: string, now: number): number | undefined {
	const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
	if (!match) return undefined;
	const date = new Date(now);
	date.setHours(Number(match[1]), Number(match[2]), 0, 0);
	// Not a day's worth of milliseconds: days with a clock change are longer or shorter.
	if (date.getTime() <= now) date.setDate(date.getDate() + 1);
	return date.getTime();
}

function absolute(text: string): number | undefined {
	const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) ? undefined : instant;
}
