import type { Block } from './blocks';
import { plainText } from './inline';

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

/** `**Owner**: x`, `**Owner:** x`, also in one paragraph, one a line. */
const boldField = /^(?:\*\*|__)([^*_\n]{1,40}?):?(?:\*\*|__)\s*:?\s*(\S.*)$/;

/** Reads the bold fields of the paragraphs before the first section, and lays them over the front matter's. */
export function readMetadata(
	preamble: readonly Block[],
	front: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
	const fields = new Map(front);
	for (const block of preamble) {
		if (block.kind !== 'paragraph') continue;
		for (const line of block.words.source.split('\n')) {
			const match = boldField.exec(line.trim());
			if (match?.[1] && match[2]) fields.set(plainText(match[1]), plainText(match[2]));
		}
	}
	return Object.fromEntries(fields);
}
