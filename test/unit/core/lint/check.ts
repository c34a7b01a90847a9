import type { FileFacts, LintDocument } from '../../../../src/core/lint/document';
import type { Finding, RuleCode } from '../../../../src/core/lint/finding';
import { lintDocument } from '../../../../src/core/lint/lint';
import { readLintDocument } from '../../../../src/core/lint/readDocument';

/** The day on which all of these documents are read. */
export const now = Date.UTC(2026, 10, 23);

export function read(text: string): LintDocument {
	return readLintDocument('RUNBOOK.md', text);
}

/** Findings of one rule as `line:column subject`, with ` | detail` when there is one. */
export function check(code: RuleCode, text: string, files?: FileFacts): readonly string[] {
	return findings(text, files)
		.filter((finding) => finding.code === code)
		.map(({ line, column, subject, detail }) => {
			return `${line}:${column} ${subject}${detail === undefined ? '' : ` | ${detail}`}`;
		});
}

export function findings(text: string, files?: FileFacts): readonly Finding[] {
	return lintDocument(read(text), { now, files });
}

/** Nothing exists but what is named. */
export function onlyFiles(...existing: readonly string[]): FileFacts {
	const found = new Set(existing);
	return {
		links: new Map(
			['a.md', './b.md', 'c d.md', 'e_(f).md'].map((name) => [
				name,
				{ exists: found.has(name), near: undefined },
			]),
		),
		scripts: new Map(
			['./fix.sh', 'fix.sh', 'check.py', 'scripts/fix.sh', './run'].map((name) => [name, found.has(name)]),
		),
	};
}
