import type { Severity } from '../incident/model';
import type { Words } from './words';

/** Where each family of names starts to count: many teams' worst is `P0` or `SEV0`, others' is 1. */
export interface SeverityScheme {
	readonly sev: 0 | 1;
	readonly p: 0 | 1;
}

/** Looks whether the document has a level 0. */
export function detectScheme(text: string): SeverityScheme {
	let [sev, p]: [0 | 1, 0 | 1] = [1, 1];
	for (let at = text.indexOf('0'); at >= 0 && sev + p > 0; at = text.indexOf('0', at + 1)) {
		if (!mayLeadZero(text.charAt(at - 1))) continue;
		const around = text.slice(Math.max(0, at - longestLead), at + 2);
		if (/\bP0\b/.test(around)) p = 0;
		else if (/\bsev(?:erity)?[- ]?0\b/i.test(around)) sev = 0;
	}
	return { sev, p };
}

/** `severity-` with the character before it. */
const longestLead = 10;

function mayLeadZero(character: string): boolean {
	return character !== '' && '- PvVyY'.includes(character);
}

/** Whether a search for severities can find one. */
export function mayNameSeverity(words: Words): boolean {
	return /\d/.test(words.source) && /sev|P\d/i.test(words.source);
}

/**
 * Grammar: `SEV-1`, `sev1`, `Severity 1`, `P1`, and lists that go on with `/`, `,`, `&`, `and`, `or`: `SEV-1/2`.
 * A lower-case `p1` is no priority; `S3` is a storage service; `P95` is a percentile.
 */
const mention =
	/\b(?:([sS][eE][vV](?:erity|ERITY)?)[- ]?|(P))(\d)(?![\d.])((?:\s*(?:\/|,|&|\band\b|\bor\b)\s*(?:[sS][eE][vV](?:erity|ERITY)?[- ]?|P)?\d(?![\d.]|\s*(?:min|h|d|s)\w*)){0,9})/g;

/** The severities a text names, in its order, each once. */
export function findSeverities(text: string, scheme: SeverityScheme): readonly Severity[] {
	const found: Severity[] = [];
	mention.lastIndex = 0;
	for (let match = mention.exec(text); match; match = mention.exec(text)) {
		const base = match[2] === undefined ? scheme.sev : scheme.p;
		addSeverity(found, match[3] ?? '', base);
		for (const digit of match[4]?.match(/\d/g) ?? []) addSeverity(found, digit, base);
	}
	return found;
}

function addSeverity(found: Severity[], digit: string, base: 0 | 1): void {
	const severity = toSeverity(Number(digit), base);
	if (!found.includes(severity)) found.push(severity);
}

/** A text that names one severity, marks aside: `SEV-1`, `P0`, `Severity 2`, `SEV1 (Critical)`, `Critical (P0)`. */
export function severityNamed(text: string, scheme: SeverityScheme): Severity | undefined {
	const match = /^\W*(?:[a-z]{3,12}\s\()?(?:sev(?:erity)?[- ]?|(P))(\d)\b/i.exec(text);
	if (match?.[2] !== undefined)
		return toSeverity(Number(match[2]), match[1] === undefined ? scheme.sev : scheme.p);
	return wordLevels.find(([pattern]) => pattern.test(text.trim()))?.[1];
}

/** Names without numbers, in tables and headings about severity only. */
const wordLevels: readonly (readonly [RegExp, Severity])[] = [
	[/^\W*(?:critical|blocker|crítico|crítica)\W*$/i, 'SEV-1'],
	[/^\W*(?:high|major|alto|alta)\W*$/i, 'SEV-2'],
	[/^\W*(?:medium|moderate|médio|média|medio|media)\W*$/i, 'SEV-3'],
	[/^\W*(?:low|minor|baixo|baixa|bajo|baja)\W*$/i, 'SEV-4'],
];

function toSeverity(level: number, base: 0 | 1): Severity {
	return `SEV-${Math.max(1, level + 1 - base)}`;
}
