import { parseWhen } from '../schedule/whenText';
import type { Instant } from './model';

/** A text with the time written before it; `at` is `undefined` without one. */
export interface TimedText {
	readonly text: string;
	readonly at: Instant | undefined;
}

export type TimedTextProblem = 'empty' | 'onlyTime' | 'future';

/** `-10m`, `14:05`, `2026-11-23T03:04Z`, with an optional colon, then the text. */
const leading = /^(-\d{1,5}[smhd]|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*?):?(?:\s+|$)/i;

/** Reads what a person writes into one box: `-10m pool exhausted`. A problem when it cannot be kept as it stands. */
export function readTimedText(input: string, now: Instant): TimedText | TimedTextProblem {
	const whole = input.trim();
	if (whole === '') return 'empty';
	const match = leading.exec(whole);
	const written = match?.[1];
	if (match === null || written === undefined) return { text: whole, at: undefined };
	const at = parseWhen(written, now);
	// `25:99` and the like is no time, and so a part of the text.
	if (at === undefined) return isIso(written) ? 'future' : { text: whole, at: undefined };
	const text = whole.slice(match[0].length).trim();
	return text === '' ? 'onlyTime' : { text, at };
}

function isIso(written: string): boolean {
	return written.includes('T') && !Number.isNaN(Date.parse(written));
}
