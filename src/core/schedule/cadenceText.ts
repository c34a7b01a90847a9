import { durationSource, parseDuration } from './duration';

/** What a sentence says about how soon and how often. Minutes. */
export interface CadenceText {
	readonly firstWithinMin: number | undefined;
	readonly everyMin: number | undefined;
}

const every = new RegExp(
	String.raw`\b(?:every|each|cada)\s+(?:${durationSource}|(minute|half[- ]hour|hour|day|week)\b)`,
	'iu',
);
const intervals = new RegExp(String.raw`${durationSource}[\s-]+(?:intervals?|updates?|cadence)\b`, 'iu');
const within = new RegExp(
	String.raw`\b(?:within|in under|in)\s+(?:the first\s+)?${durationSource}|[<≤]\s*${durationSource}`,
	'iu',
);
const adverbs: readonly (readonly [RegExp, number])[] = [
	[/\bhalf[- ]hourly\b/i, 30],
	[/\bhourly\b/i, 60],
	[/\bdaily\b/i, 1440],
	[/\bweekly\b/i, 10_080],
];
const wordIntervals: Readonly<Record<string, number>> = {
	minute: 1,
	hour: 60,
	day: 1440,
	week: 10_080,
};

/** Reads `Update within 10 minutes, then every 30 minutes`, `Every hour or at major milestones`, `then hourly`. */
export function readCadenceText(text: string): CadenceText {
	return {
		firstWithinMin: readFirst(text),
		everyMin: readEvery(text),
	};
}

/** `Next business day` is a day on the clock: nobody's calendar is in the runbook. */
function readFirst(text: string): number | undefined {
	const match = /\b(?:with)?in\b|[<≤]/i.test(text) ? within.exec(text) : null;
	const duration = match?.[1] ?? match?.[2];
	if (duration !== undefined) return parseDuration(duration);
	return /\bnext (?:business|working) day\b/i.test(text) ? 1440 : undefined;
}

function readEvery(text: string): number | undefined {
	const match = every.exec(text);
	if (match?.[1] !== undefined) return parseDuration(match[1]);
	if (match?.[2] !== undefined) return /^half/i.test(match[2]) ? 30 : wordIntervals[match[2].toLowerCase()];
	const interval = /interval|update|cadence/i.test(text) ? intervals.exec(text)?.[1] : undefined;
	if (interval !== undefined) return parseDuration(interval);
	return adverbs.find(([pattern]) => pattern.test(text))?.[1];
}
