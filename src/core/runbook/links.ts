import type { Block, Fence } from './blocks';
import type { Link, RunbookContext } from './model';

const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** Every link of the document, in its order. */
export function documentLinks(blocks: readonly Block[], context: RunbookContext): readonly Link[] {
	const links: Link[] = [];
	for (const block of blocks) {
		if (block.kind === 'fence') continue;
		for (const link of linksOf(block, context)) links.push(link);
	}
	return links;
}

/** The links of one block. */
export function linksOf({ words, line }: Exclude<Block, Fence>, context: RunbookContext): readonly Link[] {
	const { links } = words;
	return links.length === 0 ? noLinks : links.map((link) => resolveLink(link, line, context));
}

const noLinks: readonly Link[] = [];

/** Adds the line, and whether the file is there when somebody can look. */
function resolveLink(
	link: { readonly text: string; readonly target: string },
	line: number,
	context: RunbookContext,
): Link {
	const path = context.exists ? linkedPath(link.target) : undefined;
	const resolved = path === undefined ? undefined : context.exists?.(path);
	return { text: link.text, target: link.target, line, resolved };
}

/**
 * The path, from the workspace folder, of the document a link in `documentPath` points to; `undefined` for links
 * elsewhere and for those that lead out of the folder.
 */
export function linkedDocument(documentPath: string, target: string): string | undefined {
	const path = linkedPath(target);
	if (path === undefined || path.startsWith('/')) return undefined;
	const parts = documentPath.split('/').slice(0, -1);
	for (const part of path.split('/')) {
		if (part === '..' && parts.pop() === undefined) return undefined;
		if (part !== '' && part !== '.' && part !== '..') parts.push(part);
	}
	return parts.join('/');
}

/** The path part of a relative link, without anchor or query; `undefined` for web addresses and anchors. */
export function linkedPath(target: string): string | undefined {
	if (elsewhere.test(target)) return undefined;
	const path = target.replace(/[?#].*$/, '');
	return path === '' ? undefined : path;
}
