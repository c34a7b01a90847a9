import type { RunbookDocument } from './document';
import { plainText } from './inline';
import { withoutColon } from './item';
import type { Table } from './tables';

/** Front matter cut off, with its lines left empty so that line numbers stay true. */
export interface FrontMatter {
	readonly body: string;
	readonly fields: ReadonlyMap<string, string>;
}

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?=\r?\n|$)/;

/** Grammar of a field: `key: value`; nested and list values are not read. Total. */
export function cutFrontMatter(text: string): FrontMatter {
	const match = frontMatter.exec(text);
	if (!match) return { body: text, fields: new Map() };
	const fields = new Map<string, string>();
	for (const line of (match[1] ?? '').split(/\r?\n/)) {
		const field = /^([\w-]+):\s*(\S.*?)\s*$/.exec(line);
		if (field?.[1] && field[2]) fields.set(field[1], field[2].replace(/^(['"])(.*)\1$/, '$2'));
	}
	return { body: match[0].replace(/[^\n]/g, '') + text.slice(match[0].length), fields };
}

type Fields = Map<string, string>;

/** `**Owner**: x`, `**Owner:** x`, also in one paragraph, one a line, or with bars between. */
const boldField = /^(?:\*\*|__)([^*_\n]{1,40}?):?(?:\*\*|__)\s*:?\s*(\S.*)$/;
/** `*Last updated: x*`, `Owner: x`: without bold, and in a table or at the end, only what is about a document. */
const plainField = /^[*_]{0,3}([\w -]{4,30}):[*_]{0,3}\s+(\S.*?)[*_]{0,3}$/;
const documentKey =
	/^(?:(?:document |runbook |playbook )?(?:version|owners?|status|authors?|date|maintainers?)|last[ -]?(?:updated?|reviewed?|revised|tested|verified|modified)|(?:owning )?team|updated|reviewed|(?:next )?review(?: date| schedule| cycle)?|effective(?: date)?|approved by)$/i;

/**
 * What the document says about itself: front matter; over it bold fields, bullets and a table between the title and the
 * first section; under it what stands at the end.
 */
export function readMetadata({
	front,
	sections,
	title,
	tables,
}: RunbookDocument): Readonly<Record<string, string>> {
	const fields: Fields = new Map(front.fields);
	const top = sections[title ? 1 : 0];
	for (const block of top?.blocks ?? []) if (block.kind !== 'fence') readFields(block.words.source, fields);
	for (const table of top ? tables.of(top) : []) readTable(table, fields);
	const end: Fields = new Map();
	for (const { words } of sections.at(-1)?.paragraphs ?? []) readFields(words.source, end);
	for (const [key, value] of end) if (documentKey.test(key) && !fields.has(key)) fields.set(key, value);
	return Object.fromEntries(fields);
}

function readFields(source: string, fields: Fields): void {
	if (!source.includes(':')) return;
	for (const line of source.split(/\n|\s[|·]\s(?=\*\*|__)/)) {
		const bold = boldField.exec(line.trim());
		const plain = bold ? undefined : plainField.exec(line.trim());
		if (bold?.[1] && bold[2]) fields.set(plainText(bold[1]), plainText(bold[2]));
		else if (plain?.[1] && plain[2] && documentKey.test(plain[1])) fields.set(plain[1], plainText(plain[2]));
	}
}

/** Two columns, one of whose keys is about a document; the first row may be a field, too. */
function readTable({ header, rows }: Table, fields: Fields): void {
	const pairs = [header, ...rows.map(({ cells }) => cells)].map((cells) => {
		return { key: withoutColon(plainText(cells[0] ?? '')), value: plainText(cells[1] ?? '') };
	});
	if (header.length !== 2 || !pairs.some(({ key }) => documentKey.test(key))) return;
	const [first, ...rest] = pairs;
	const known = first && documentKey.test(first.key) ? pairs : rest;
	for (const { key, value } of known) if (key !== '' && value !== '') fields.set(key, value);
}
