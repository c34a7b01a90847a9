import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseRunbook } from '../../src/core/runbook/parse';
import { cutFrontMatter } from '../../src/core/runbook/metadata';

/** What two parsers must agree on. The line is the bullet's, 1-based; the text is on one line. */
export interface Task {
	readonly line: number;
	readonly checked: boolean;
	readonly text: string;
}

/** The reference: mdast-util-from-markdown with all of GFM. */
export function parseMdast(text: string): Root {
	return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** GFM's tasks, in document order. mdast has no front matter unless asked: both sides read the text without it. */
export function mdastTasks(text: string): readonly Task[] {
	return tasksIn(parseMdast(cutFrontMatter(text).body));
}

/** Ours, in document order: a group gathers its items wherever they stand. */
export function ourTasks(text: string): readonly Task[] {
	return parseRunbook(text)
		.phases.flatMap(({ groups }) => groups.flatMap(({ items }) => items))
		.map(({ line, checked, text: words }) => ({ line, checked, text: words }))
		.sort((left, right) => left.line - right.line);
}

/** The text with each line ending, with and without a byte order mark, and as it is. */
export function variantsOf(text: string): readonly string[] {
	const bare = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	const windows = bare.replaceAll('\n', '\r\n');
	return [text, bare, `\uFEFF${bare}`, windows, `\uFEFF${windows}`];
}

function tasksIn(node: Nodes): readonly Task[] {
	const below = 'children' in node ? node.children.flatMap(tasksIn) : [];
	if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return below;
	const [first] = node.children;
	const text = first ? plain(first).replace(/\s+/g, ' ').trim() : '';
	return [{ line: node.position?.start.line ?? 0, checked: node.checked, text }, ...below];
}

/** As mdast-util-to-string has it, but that a hard break is white space, where that package has nothing. */
function plain(node: Nodes): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(plain).join('') : '';
}
