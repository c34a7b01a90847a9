import { folderOf, joinPath, linkPaths } from '../core/lint/linkPaths';
import type { FileTree } from '../core/ports';

// Where the files that a document names are. Paths are from the tree's root.

/** Whether a link's target exists; `undefined` for what cannot be judged, such as `/team/`, a route of some site. */
export async function linkExists(
	tree: FileTree,
	documentPath: string,
	target: string,
): Promise<boolean | undefined> {
	if ((await linkedFile(tree, documentPath, target)) !== undefined) return true;
	return linkPaths(documentPath, target).length === 0 || target.startsWith('/') ? undefined : false;
}

/** The file or folder that a link leads to; `undefined` when there is none. */
export async function linkedFile(
	tree: FileTree,
	documentPath: string,
	target: string,
): Promise<string | undefined> {
	for (const path of linkPaths(documentPath, target)) if (await tree.exists(path)) return path;
	return undefined;
}

/**
 * A script's path: from the root, from the document's folder, then by its name anywhere. '' when it is nowhere,
 * `undefined` when the search was cut short.
 */
export async function findScript(
	tree: FileTree,
	documentPath: string,
	script: string,
): Promise<string | undefined> {
	for (const folder of ['', folderOf(documentPath)]) {
		const path = joinPath(folder, script);
		if (await tree.exists(path)) return path;
	}
	const { paths, complete } = await tree.files();
	const name = script.slice(script.lastIndexOf('/') + 1);
	const found = paths.find((path) => path === name || path.endsWith(`/${name}`));
	return found ?? (complete ? '' : undefined);
}
