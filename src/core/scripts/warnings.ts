import type { Finding, RuleCode } from '../lint/finding';
import { findingText } from '../lint/words';
import type { Script } from '../runbook/model';

/** What lint says that matters before a script runs. */
const runCodes: ReadonlySet<RuleCode> = new Set([
	'missing-script',
	'script-cannot-fail',
	'destructive-without-check',
]);

/** The sentences of lint about one script, each once. */
export function scriptWarnings(
	{ line, endLine }: Pick<Script, 'line' | 'endLine'>,
	findings: readonly Finding[],
): readonly string[] {
	const own = findings.filter(
		(finding) => runCodes.has(finding.code) && finding.line >= line && finding.line <= endLine,
	);
	return [...new Set(own.map(findingText))];
}

/** A file that was found only by its name does not start from the repository's root as it is written. */
export function fileElsewhere({
	file,
	missing,
	text,
}: Pick<Script, 'file' | 'missing' | 'text'>): string | undefined {
	if (file === undefined || missing !== false || text.includes(file) || /\bcd\s/.test(text)) return undefined;
	return `The file it names is at “${file}”; from the repository’s root it is not found as written.`;
}
