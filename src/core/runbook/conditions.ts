import type { Severity } from '../incident/model';
import { durationSource, parseDuration } from '../schedule/duration';
import { findSeverities, type SeverityScheme } from './severityWords';

/** What an item's words say about when it applies. */
export interface Conditions {
	readonly severities: readonly Severity[];
	readonly dueMin: number | undefined;
}

/**
 * `(SEV-1/SEV-2)` · `(for SEV-1)` · `(SEV-1 only)` · `For SEV-1, …` · `SEV-1 only` · `If SEV-1: …`. The captures are
 * bounded: a restriction is short, and a line of thousands of brackets must stay cheap.
 */
const bracket = /\((?:(?:only|for)\s{1,3}){0,2}((?:SEV|Sev|sev|P\d)[^()\n]{0,80})\)/;
const lead = /(?:^|:\s|[—–-]\s)(?:for|if|in|on)\s((?:SEV|Sev|sev|P\d)[^,:;.\n]{0,80})[,:]/i;
const only = /((?:SEV|Sev|sev|P)[-\s]?\d[\w\s/,&-]{0,40}?)\s{1,3}only\b/;

const within = new RegExp(String.raw`\bwithin\s+(?:the first\s+)?${durationSource}`, 'iu');

/** Spares most items the search: a severity has its digit. */
const digit = /\d/;
const withinWord = /within/i;
const none: Conditions = { severities: [], dueMin: undefined };

/** Reads the severities an item is restricted to, and how soon it is due. Total. */
export function readConditions(text: string, scheme: SeverityScheme): Conditions {
	const hasDigit = digit.test(text);
	const hasWithin = withinWord.test(text);
	if (!hasDigit && !hasWithin) return none;
	const restriction = hasDigit ? restrictionIn(text) : undefined;
	const duration = hasWithin ? within.exec(text)?.[1] : undefined;
	return {
		severities: restriction === undefined ? [] : findSeverities(restriction, scheme),
		dueMin: duration === undefined ? undefined : parseDuration(duration),
	};
}

function restrictionIn(text: string): string | undefined {
	return bracket.exec(text)?.[1] ?? lead.exec(text)?.[1] ?? only.exec(text)?.[1];
}
