import { readDocument } from '../runbook/document';
import type { Runbook } from '../runbook/model';
import { modelOf } from '../runbook/parse';
import { readSeverities } from '../runbook/severities';
import type { LintDocument } from './document';
import { proseLines } from './prose';

/** Total: any text yields a document. `known` is the model of this text, when there is one already. */
export function readLintDocument(path: string, text: string, known?: Runbook): LintDocument {
	const document = readDocument(text);
	const { front, blocks, sections, tables, scheme } = document;
	// A model that was loaded may have the definitions of another file, whose lines are none of this one.
	const own = known && { ...known, severities: readSeverities(sections, tables, scheme) };
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	return {
		path,
		lines,
		prose: proseLines(front.body.replace(/^\uFEFF/, ''), blocks),
		frontLines: front.body === text ? 0 : lines.findIndex((line, index) => index > 0 && isRule(line)) + 1,
		blocks,
		sections,
		runbook: own ?? modelOf(document),
		scheme,
	};
}

function isRule(line: string): boolean {
	return line.trimEnd() === '---';
}
