const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = String.raw`(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`;

type Make = (match: RegExpExecArray) => readonly [year: string, month: number, day: string];

/** Each row: the grammar, and where year, month and day are in it. A date without a day counts as the 1st. */
const grammars: readonly (readonly [RegExp, Make])[] = [
	[/\b(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\b/, (m) => [m[1] ?? '', Number(m[2]), m[3] ?? '1']],
	[
		new RegExp(String.raw`\b${monthName}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'i'),
		(m) => [m[3] ?? '', monthOf(m[1]), m[2] ?? ''],
	],
	[
		new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:de\s+)?${monthName},?\s+(\d{4})\b`, 'i'),
		(m) => [m[3] ?? '', monthOf(m[2]), m[1] ?? ''],
	],
	[new RegExp(String.raw`\b${monthName},?\s+(\d{4})\b`, 'i'), (m) => [m[2] ?? '', monthOf(m[1]), '1']],
	// 13.01.2025 · 13/01/2025; 01/13/2025 when only that can be
	[
		/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/,
		(m) =>
			Number(m[2]) > 12 ? [m[3] ?? '', Number(m[1]), m[2] ?? ''] : [m[3] ?? '', Number(m[2]), m[1] ?? ''],
	],
];

/** A date in a text: as written, and its day in milliseconds UTC. `undefined` when there is none. */
export function findDate(text: string): { readonly source: string; readonly at: number } | undefined {
	for (const [grammar, make] of grammars) {
		const match = grammar.exec(text);
		if (!match) continue;
		const [year, month, day] = make(match);
		if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) continue;
		return { source: match[0], at: Date.UTC(Number(year), month - 1, Number(day)) };
	}
	return undefined;
}

function monthOf(name: string | undefined): number {
	return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** `2025-01-13`. */
export function isoDay(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
