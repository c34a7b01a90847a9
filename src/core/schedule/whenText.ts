const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a time in the past as people type it: `-10m` (before now), `14:05` (the last time the local clock showed it),
 * or ISO 8601. Milliseconds since 1970; `undefined` when it is none of these or lies in the future.
 */
export function parseWhen(text: string, now: number): number | undefined {
	const instant = relative(text.trim(), now) ?? clockTime(text.trim(), now) ?? absolute(text.trim());
	return instant !== undefined && instant <= now ? instant : undefined;
}

function relative(text: string, now: number): number | undefined {
	const match = /^-(\d{1,5})\s*([smhd])$/i.exec(text);
	return match ? now - Number(match[1]) * (unitMs[match[2]?.toLowerCase() ?? ''] ?? 0) : undefined;
}

function clockTime(text: string, now: number): number | undefined {
	const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
	if (!match) return undefined;
	const date = new Date(now);
	date.setHours(Number(match[1]), Number(match[2]), 0, 0);
	// Not a day's worth of milliseconds: days with a clock change are longer or shorter.
	if (date.getTime() > now) date.setDate(date.getDate() - 1);
	return date.getTime();
}

function absolute(text: string): number | undefined {
	const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(instant) ? undefined : instant;
}
