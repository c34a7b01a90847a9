import type { Severity } from './model';

/** `SEV-1`, `sev1`, `SEV 2`, `Severity 1`, `S-1` is not one: `S3` is a storage service. `P1` counts from 1, `P0` is worst. */
const grammar = /^(?:sev(?:erity)?[\s-]?|p)(\d)$/i;
const unknown = /^(?:unknown|pending|\?)?$/i;

/** Reads a severity as people type it; `undefined` when it is none. `P0` and `SEV0` mean the worst: `SEV-1`. */
export function parseSeverity(text: string): Severity | undefined {
	const trimmed = text.trim();
	if (unknown.test(trimmed)) return 'unknown';
	const level = grammar.exec(trimmed)?.[1];
	return level === undefined ? undefined : `SEV-${Math.max(1, Number(level))}`;
}

/** Whether a value from a file is a severity exactly as we write it. */
export function isSeverity(value: unknown): value is Severity {
	return typeof value === 'string' && parseSeverity(value) === value;
}

/** For people: `SEV-1`, or `severity unknown`. */
export function severityText(severity: Severity): string {
	return severity === 'unknown' ? 'severity unknown' : severity;
}

/** The one of two that is worse; any known one is worse than unknown. */
export function worseSeverity(left: Severity, right: Severity): Severity {
	return rank(right) < rank(left) ? right : left;
}

/** 1 for the worst. */
function rank(severity: Severity): number {
	return severity === 'unknown' ? Number.POSITIVE_INFINITY : Number(severity.slice('SEV-'.length));
}
