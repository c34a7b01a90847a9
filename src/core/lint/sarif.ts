import type { Finding, LintSeverity } from './finding';
import { rules } from './rules';
import { findingText } from './words';

/** A finding with its file, relative to where the program was called, with `/`. */
export interface FileFinding extends Finding {
	readonly file: string;
}

const levels: Readonly<Record<LintSeverity, 'error' | 'warning' | 'note'>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
};

/** Findings as SARIF 2.1.0, for code scanning (OASIS, sarif-v2.1.0-os). */
export function toSarif(findings: readonly FileFinding[]): unknown {
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: { name: 'Runbook Response', rules: rules.map(toRule) } },
				columnKind: 'utf16CodeUnits',
				results: findings.map(toResult),
			},
		],
	};
}

function toRule({ code, severity, summary }: (typeof rules)[number]): unknown {
	return {
		id: code,
		shortDescription: { text: summary },
		defaultConfiguration: { level: levels[severity] },
	};
}

function toResult(finding: FileFinding): unknown {
	const { code, severity, file, line, column, endColumn } = finding;
	return {
		ruleId: code,
		ruleIndex: rules.findIndex((rule) => rule.code === code),
		level: levels[severity],
		message: { text: findingText(finding) },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: toUri(file) },
					region: { startLine: line, startColumn: column, endColumn },
				},
			},
		],
	};
}

/** A relative reference, percent-encoded; an absolute path becomes a `file:` address (`C:/x` too). */
function toUri(file: string): string {
	const encoded = file.split('/').map(encodeURIComponent).join('/');
	if (/^[A-Za-z]:\//.test(file)) return `file:///${file.slice(0, 2)}${encoded.slice(4)}`;
	return file.startsWith('/') ? `file://${encoded}` : encoded;
}
