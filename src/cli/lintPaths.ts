import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileTree } from '../core/ports';
import { UserError } from '../core/userError';
import { DiskTree } from '../node/fileTree';
import { repositoryRoot } from '../node/gitDir';

/** A Markdown file to look at. */
export interface LintTarget {
	/** As it is shown: relative to the folder of the call, with `/`. */
	readonly file: string;
	/** From the tree's root. */
	readonly path: string;
	/** The repository around it, else the folder of the call, else its own. */
	readonly tree: FileTree;
}

/** The files that the words of a call name, folders searched. Rejects with a `UserError` for what is not there. */
export async function lintTargets(
	folder: string,
	words: readonly string[],
): Promise<readonly LintTarget[]> {
	const trees = new Map<string, DiskTree>();
	const files = (await Promise.all(words.map(async (word) => filesOf(path.resolve(folder, word), word)))).flat();
	return [...new Set(files)].map((file) => {
		const root = rootOf(folder, file);
		const tree = trees.get(root) ?? new DiskTree(root);
		trees.set(root, tree);
		return { file: slashed(path.relative(folder, file)), path: slashed(path.relative(root, file)), tree };
	});
}

async function filesOf(absolute: string, word: string): Promise<readonly string[]> {
	const info = await stat(absolute).catch(() => undefined);
	if (!info) throw new UserError(`${word} cannot be read: there is no such file or folder.`);
	if (!info.isDirectory()) return [absolute];
	const { paths } = await new DiskTree(absolute).files();
	return paths.filter((file) => /\.(?:md|markdown)$/i.test(file)).map((file) => path.join(absolute, file));
}

function rootOf(folder: string, file: string): string {
	const own = path.dirname(file);
	const isBelow = !path.relative(folder, own).startsWith('..') && !path.isAbsolute(path.relative(folder, own));
	return repositoryRoot(own) ?? (isBelow ? folder : own);
}

function slashed(file: string): string {
	return file.replaceAll(path.sep, '/');
}
