import { linkedDocument } from './links';
import type { Link } from './model';

/**
 * The Markdown documents that links of a document point to, each once, as paths from the workspace folder. Web
 * addresses, other kinds of file, the document itself, and whatever lies outside the folder are left out.
 */
export function linkedDocuments(links: readonly Link[], documentPath: string): readonly string[] {
	const paths = links.flatMap(({ target }) => pathInFolder(decode(target), documentPath) ?? []);
	return [...new Set(paths)].filter((path) => path !== documentPath && /\.(?:md|markdown)$/i.test(path));
}

/** In Markdown previews `/b.md` counts from the folder. */
function pathInFolder(target: string, documentPath: string): string | undefined {
	if (/[\\\0]/.test(target)) return undefined;
	return /^\/(?!\/)/.test(target)
		? linkedDocument('', target.slice(1))
		: linkedDocument(documentPath, target);
}

/** `My%20list.md`; a stray percent sign is one. */
function decode(target: string): string {
	try {
		return decodeURIComponent(target);
	} catch {
		return target; // not encoded after all
	}
}
