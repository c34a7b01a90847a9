/** Minutes from `from`; no `endMin` means open-ended (`T+30 to Resolution`). */
export interface TimeWindow {
	readonly startMin: number;
	readonly endMin: number | undefined;
	readonly from: 'declared' | 'resolved';
}

type Make = (match: RegExpExecArray) => TimeWindow | undefined;

const amount = String.raw`(\d{1,4})\s*-?(m(?:in(?:ut(?:e|o)s?|s)?)?|h(?:(?:ou)?rs?|oras?)?|d(?:ays?|[ií]as?)?)?`;
const dash = String.raw`\s*(?:-|–|—|to|until|till)\s*`;
const end = String.raw`(?:resolution|resolved|end|close)`;

/** Each row: the grammar, then what it means. The first that matches wins. */
const grammars: readonly (readonly [RegExp, Make])[] = [
	// T+5 to T+30 · T+0–T+5 min
	[new RegExp(String.raw`\bT\s*\+\s*${amount}${dash}T\s*\+\s*${amount}`, 'i'), (m) => span(m)],
	// T+30 to Resolution
	[
		new RegExp(String.raw`\bT\s*\+\s*${amount}${dash}${end}\b`, 'i'),
		(m) => from(minutes(m[1], m[2]), undefined),
	],
	// T-30 minutes · T-1h: before the declaration
	[new RegExp(String.raw`^T\s*[-−–]\s*${amount}$`, 'i'), (m) => before(minutes(m[1], m[2]))],
	// 0-15 minutes · 15–60 min · ~5-10 min · 1-4 hours
	[new RegExp(String.raw`^[~≈]?\s*(\d{1,4})\s*(?:[-–—]|to|a|até)\s*${amount}$`, 'i'), (m) => sharedUnit(m)],
	// ≤ 1 min · < 5 minutes · ~10 min · até 10 minutos · 2 minutes
	[new RegExp(String.raw`^(?:[~≈≤<]|up to|max\.?|at[eé]|about|under)?\s*${amount}$`, 'i'), (m) => upTo(m)],
	// Next business day
	[/^(?:by |within )?(?:the )?next (?:business|working) day$/i, () => from(0, 1440)],
	// Within 1 hour of resolution · Within 48 hours
	[new RegExp(String.raw`\bwithin\s+${amount}(\s+(?:of|after|from)\s+${end})?`, 'i'), (m) => within(m)],
	// First 10 minutes
	[new RegExp(String.raw`^first\s+${amount}$`, 'i'), (m) => from(0, minutes(m[1], m[2]))],
];

/** Every grammar has a number in it, but for the next business day. */
const mayBeWindow = /\d|next/i;

/** Reads a time window from a heading or a bracket; `undefined` when it holds none. Total. */
export function parseWindow(text: string): TimeWindow | undefined {
	if (!mayBeWindow.test(text)) return undefined;
	for (const [grammar, make] of grammars) {
		const match = grammar.exec(text);
		if (match) return make(match);
	}
	return undefined;
}

function span(match: RegExpExecArray): TimeWindow {
	const [, start, startUnit, end, endUnit] = match;
	return from(minutes(start, startUnit ?? endUnit), minutes(end, endUnit));
}

/** `0-15 minutes`: the unit after the second number is both numbers' unit; a bare range is no window. */
function sharedUnit(match: RegExpExecArray): TimeWindow | undefined {
	const [, start, end, unit] = match;
	return unit === undefined ? undefined : from(minutes(start, unit), minutes(end, unit));
}

/** `(2 minutes)`: a time with its unit; a bare number is no window. */
function upTo(match: RegExpExecArray): TimeWindow | undefined {
	const [, count, unit] = match;
	return unit === undefined ? undefined : from(0, minutes(count, unit));
}

function before(startMin: number): TimeWindow {
	return { startMin: -startMin, endMin: 0, from: 'declared' };
}

function within(match: RegExpExecArray): TimeWindow | undefined {
	const [, count, unit, ofResolution] = match;
	if (unit === undefined) return undefined;
	return { startMin: 0, endMin: minutes(count, unit), from: ofResolution ? 'resolved' : 'declared' };
}

function from(startMin: number, endMin: number | undefined): TimeWindow {
	return { startMin, endMin, from: 'declared' };
}

/** Without a unit the number is minutes, as in `T+5`. */
function minutes(count: string | undefined, unit: string | undefined): number {
	const factor = { m: 1, h: 60, d: 1440 }[(unit ?? 'm').charAt(0).toLowerCase()] ?? 1;
	return Number(count) * factor;
}
