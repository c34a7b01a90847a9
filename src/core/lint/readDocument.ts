import { readDocument } from '../runbook/document';
import { modelOf } from '../runbook/parse';
import type { LintDocument } from './document';
import { proseLines } from './prose';

/** Total: any text yields a document. */
export function readLintDocument(path: string, text: string): LintDocument {
	const document = readDocument(text);
	const { front, blocks, sections, scheme } = document;
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	return {
		path,
		lines,
		prose: proseLines(front.body.replace(/^\uFEFF/, ''), blocks),
		frontLines: front.body === text ? 0 : lines.findIndex((line, index) => index > 0 && isRule(line)) + 1,
		blocks,
		sections,
		runbook: modelOf(document),
		scheme,
	};
}

function isRule(line: string): boolean {
	return line.trimEnd() === '---';
}
