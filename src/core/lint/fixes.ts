import type { Item } from '../runbook/model';
import { isoDay } from './dates';
import type { LintDocument } from './document';
import type { Finding, RuleCode } from './finding';

/** A change of the text that settles a finding. Edits do not overlap. */
export interface Fix {
	readonly title: string;
	/** The one to take when there are several. */
	readonly preferred: boolean;
	readonly edits: readonly TextEdit[];
}

/** 1-based; the end is exclusive. A column behind the line's end means its end. */
export interface TextEdit {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly text: string;
}

type Fixer = (finding: Finding, document: LintDocument, now: number) => Fix | undefined;

/** What can be settled without knowing more than the document. The others are for a person. */
const fixers: Readonly<Partial<Record<RuleCode, Fixer>>> = {
	'unresolved-link': replaceByNear,
	'unresolved-anchor': replaceByNear,
	'stale-last-updated': (finding, _document, now) => {
		const today = isoDay(now);
		return { ...replace(finding, today, `Reviewed today: set the date to ${today}`), preferred: false };
	},
	'missing-last-updated': (_finding, document, now) =>
		insertField(document, `**Last Updated**: ${isoDay(now)}`),
	'missing-owner': (_finding, document) => insertField(document, '**Owner**: '),
	'unlabelled-shell-fence': ({ line }) => fix('Label the fence “bash”', insert(line, Infinity, 'bash')),
	'script-cannot-fail': stopOnError,
	'duplicate-item': removeItem,
};

/** What an editor offers for a finding: its fix, when there is one, and to disable the rule here. */
export function fixesFor(finding: Finding, document: LintDocument, now: number): readonly Fix[] {
	const own = fixers[finding.code]?.(finding, document, now);
	const disable = disableFix(finding, document);
	return [...(own ? [own] : []), ...(disable ? [disable] : [])];
}

function fix(title: string, ...edits: readonly TextEdit[]): Fix {
	return { title, preferred: true, edits };
}

function insert(line: number, column: number, text: string): TextEdit {
	return { line, column, endLine: line, endColumn: column, text };
}

function replace({ line, column, endColumn }: Finding, text: string, title: string): Fix {
	return fix(title, { line, column, endLine: line, endColumn, text });
}

function replaceByNear(finding: Finding): Fix | undefined {
	const { detail } = finding;
	return detail === undefined ? undefined : replace(finding, detail, `Replace by ${detail}`);
}

/** Above the first field of the document, else below its title, else at its top. */
function insertField(document: LintDocument, field: string): Fix {
	const title = `Insert “${field.trim()}”`;
	const heading = document.blocks.find((block) => block.kind === 'heading');
	const start = heading?.level === 1 ? heading.endLine : document.frontLines;
	const fields = document.blocks.find((block) => block.line > start);
	const text = document.lines[(fields?.line ?? 0) - 1] ?? '';
	// Two spaces keep the fields on lines of their own.
	if (fields?.kind === 'paragraph' && /^\*\*[^*]+:?\*\*\s*:?/.test(text)) {
		return fix(title, insert(fields.line, 1, `${field}  \n`));
	}
	if (start === 0) return fix(title, insert(1, 1, `${field}\n\n`));
	return fix(title, insert(start, Infinity, `\n\n${field}`));
}

/** `set -euo pipefail` as the first line of the fence. What follows `||` is a decision and stays. */
function stopOnError({ line, detail }: Finding, document: LintDocument): Fix | undefined {
	if (detail !== 'laterCommand' && detail !== 'pipeline') return undefined;
	const fence = document.blocks.find(
		(block) => block.kind === 'fence' && block.line < line && line <= block.endLine,
	);
	if (!fence) return undefined;
	const indent = /^\s*/.exec(document.lines[line - 1] ?? '')?.[0] ?? '';
	return fix('Insert “set -euo pipefail”', insert(fence.line + 1, 1, `${indent}set -euo pipefail\n`));
}

/** An item with others below it is left to the person. */
function removeItem({ line }: Finding, document: LintDocument): Fix | undefined {
	const items = document.runbook.phases.flatMap(({ groups }) => groups.flatMap((group) => group.items));
	const index = items.findIndex((item: Item) => item.line === line);
	const [item, next] = [items[index], items[index + 1]];
	if (!item || (next && next.depth > item.depth)) return undefined;
	return fix('Remove the duplicate', { line, column: 1, endLine: item.endLine + 1, endColumn: 1, text: '' });
}

/** A comment line above, of a fence above its first line; in a table at the end of the row, which a line would cut. */
function disableFix({ line, code }: Finding, document: LintDocument): Fix | undefined {
	if (code === 'unknown-lint-code') return undefined;
	const comment = `<!-- runbook-lint-disable ${code} -->`;
	const title = `Disable ${code} here`;
	const fence = document.blocks.find(
		(block) => block.kind === 'fence' && block.line <= line && line <= block.endLine,
	);
	const at = fence?.line ?? line;
	const text = document.lines[at - 1] ?? '';
	const row = fence ? undefined : /^\s*\|.*?(\s*\|\s*)$/.exec(text)?.[1];
	if (row !== undefined) {
		return { title, preferred: false, edits: [insert(at, text.length - row.length + 1, ` ${comment}`)] };
	}
	const indent = /^\s*/.exec(text)?.[0] ?? '';
	return { title, preferred: false, edits: [insert(at, 1, `${indent}${comment}\n`)] };
}
