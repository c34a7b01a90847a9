import type { LintDocument, LintWorld } from './document';
import type { Finding } from './finding';
import { rules } from './rules';
import { isSuppressed, readSuppressions } from './suppress';

/** All findings of a document that is a runbook, in its order. Total. */
export function lintDocument(document: LintDocument, world: LintWorld): readonly Finding[] {
	const suppressions = readSuppressions(document);
	return rules
		.flatMap(({ code, severity, check }) =>
			check(document, world)
				.filter((spot) => !isSuppressed(suppressions, code, spot))
				.map((spot): Finding => ({ code, severity, ...spot })),
		)
		.sort((left, right) => left.line - right.line || left.column - right.column);
}
