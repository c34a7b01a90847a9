import type { Severity } from '../incident/model';

/** Where each family of names starts to count: many teams' worst is `P0` or `SEV0`, others' is 1. */
export interface SeverityScheme {
	readonly sev: 0 | 1;
	readonly p: 0 | 1;
}

/** Looks whether the document has a level 0. */
export function detectScheme(text: string): SeverityScheme {
	return {
		sev: /\bsev(?:erity)?[- ]?0\b/i.test(text) ? 0 : 1,
		p: /\bP0\b/.test(text) ? 0 : 1,
	};
}

/**
 * Grammar: `SEV-1`, `sev1`, `Severity 1`, `P1`, and lists that go on with `/`, `,`, `&`, `and`, `or`: `SEV-1/2`.
 * A lower-case `p1` is no priority; `S3` is a storage service; `P95` is a percentile.
 */
const mention =
	/\b(?:([sS][eE][vV](?:erity|ERITY)?)[- ]?|(P))(\d)(?![\d.])((?:\s*(?:\/|,|&|\band\b|\bor\b)\s*(?:[sS][eE][vV](?:erity|ERITY)?[- ]?|P)?\d(?![\d.]|\s*(?:min|h|d|s)\w*)){0,9})/g;

/** The severities a text names, in its order, each once. */
export function findSeverities(text: string, scheme: SeverityScheme): readonly Severity[] {
	const found = new Set<Severity>();
	for (const [, , p, level = '', rest = ''] of text.matchAll(mention)) {
		const base = p === undefined ? scheme.sev : scheme.p;
		for (const digit of [level, ...(rest.match(/\d/g) ?? [])]) found.add(toSeverity(Number(digit), base));
	}
	return [...found];
}

/** A text that is one severity's name and nothing else, marks aside: `SEV-1`, `P0`, `Severity 2`, `SEV1 (Critical)`. */
export function severityNamed(text: string, scheme: SeverityScheme): Severity | undefined {
	const match = /^\W*(?:sev(?:erity)?[- ]?|(P))(\d)\b/i.exec(text);
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
