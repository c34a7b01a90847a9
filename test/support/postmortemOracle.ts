import type { Nodes, Root } from 'mdast';
import { parseMdast } from './mdastTasks';

/** A block without blocks in it: its text, and the types of what holds it, outermost first. */
export interface Leaf {
	readonly path: string;
	readonly text: string;
	/** Offsets into the text that was parsed. */
	readonly start: number;
	readonly end: number;
}

const leafTypes = new Set([
	'heading',
	'paragraph',
	'code',
	'html',
	'thematicBreak',
	'tableCell',
	'definition',
]);

/** The blocks of a document by a full parse. Front matter is not Markdown and is blanked out, offsets kept. */
export function leavesOf(text: string): readonly Leaf[] {
	// The parser counts no byte order mark: its offsets begin behind it.
	const shift = text.startsWith('\uFEFF') ? 1 : 0;
	return collect(parseMdast(withoutFrontMatter(text).slice(shift)), '').map((leaf) => ({
		...leaf,
		start: leaf.start + shift,
		end: leaf.end + shift,
	}));
}

function withoutFrontMatter(text: string): string {
	const matter = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r?\n|$)/.exec(text)?.[0] ?? '';
	return matter.replace(/[^\r\n]/g, ' ') + text.slice(matter.length);
}

function collect(node: Nodes, path: string): readonly Leaf[] {
	const own = node.type === 'heading' ? `heading${node.depth}` : node.type;
	if (leafTypes.has(node.type)) {
		const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
		return [{ path: `${path}/${own}`, text: shown(node), start, end }];
	}
	const below = node.type === 'table' ? `${path}/table${node.align?.length ?? 0}` : `${path}/${own}`;
	return 'children' in node ? node.children.flatMap((child) => collect(child, below)) : [];
}

/** What a reader sees of a block. */
export function shown(node: Nodes): string {
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(shown).join('') : '';
}

/** How often each kind of mark that hostile text could smuggle in occurs. */
export function marksOf(text: string): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	count(parseMdast(withoutFrontMatter(text)), counts);
	return counts;
}

const marks = new Set([
	'html',
	'link',
	'linkReference',
	'image',
	'emphasis',
	'strong',
	'delete',
	'inlineCode',
]);

function count(node: Nodes | Root, counts: Record<string, number>): void {
	if (marks.has(node.type)) counts[node.type] = (counts[node.type] ?? 0) + 1;
	if ('children' in node) for (const child of node.children) count(child, counts);
}
