import type { Link, RunbookContext } from './model';

const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** Adds the line, and whether the file is there when somebody can look. */
export function resolveLink(
	link: { readonly text: string; readonly target: string },
	line: number,
	context: RunbookContext,
): Link {
	const path = linkedPath(link.target);
	const resolved = path === undefined ? undefined : context.exists?.(path);
	return { ...link, line, resolved };
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
