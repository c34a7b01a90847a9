import { readBlocks } from '../runbook/blocks';
import { cutFrontMatter } from '../runbook/metadata';
import { outline } from '../runbook/outline';
import { parseRunbook } from '../runbook/parse';
import { detectScheme } from '../runbook/severityWords';
import type { LintDocument } from './document';
import { proseLines } from './prose';

/** Total: any text yields a document. */
export function readLintDocument(path: string, text: string): LintDocument {
	const front = cutFrontMatter(text);
	const body = front.body.replace(/^\uFEFF/, '');
	const blocks = readBlocks(body);
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	return {
		path,
		lines,
		prose: proseLines(body, blocks),
		frontLines: front.body === text ? 0 : lines.findIndex((line, index) => index > 0 && isRule(line)) + 1,
		blocks,
		sections: outline(blocks),
		runbook: parseRunbook(text),
		scheme: detectScheme(body),
	};
}

function isRule(line: string): boolean {
	return line.trimEnd() === '---';
}
