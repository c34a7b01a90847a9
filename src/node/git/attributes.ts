import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseChanges } from '../../core/deploys/changes';
import { readContents } from './contents';
import { emptyTree } from './looseObject';
import { readGit } from './run';
import type { Shadow } from './shadow';

/**
 * Puts the `.gitattributes` of a tree into the shadow's work tree, where git looks for them: a merge depends on which
 * files are binary, or joined line by line (`merge=union`). Only these files, so that nothing else is written out.
 */
export async function writeAttributes(shadow: Shadow, tree: string, signal?: AbortSignal): Promise<void> {
	const found = await findAttributeFiles(shadow, tree, signal);
	const contents = await readContents(shadow.git, [...found.values()], signal);
	for (const [path, id] of found) {
		const content = contents.get(id);
		if (!content || !isInside(path)) continue;
		await mkdir(dirname(join(shadow.git.folder, path)), { recursive: true });
		await writeFile(join(shadow.git.folder, path), content);
	}
}

async function findAttributeFiles(shadow: Shadow, tree: string, signal: AbortSignal | undefined) {
	const options = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv'];
	const trees = ['--end-of-options', emptyTree(shadow.repository.objectFormat), tree];
	const args = ['diff-tree', ...options, ...trees, '--', ':(glob)**/.gitattributes'];
	const files = parseChanges(await readGit(shadow.git, args, { signal }));
	return new Map(files.flatMap(({ path, after }) => (after === undefined ? [] : [[path, after] as const])));
}

/** A tree made by hand may hold names that lead elsewhere. */
function isInside(path: string): boolean {
	return path.split('/').every((name) => !/^(?:\.{0,2}|\.git|git~\d+)$/i.test(name) && !/[\\:]/.test(name));
}
