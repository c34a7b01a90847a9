import { stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/userError';
import { DiskTree } from '../node/fileTree';
import { repositoryRoot } from '../node/gitDir';
import type { LintTarget } from './verb';

/** The files that the words of a call name, folders searched. Rejects with a `UserError` for what is not there. */
export async function lintTargets(folder: string, words: readonly string[]): Promise<readonly LintTarget[]> {
	const trees = new Map<string, DiskTree>();
	const targets = new Map<string, LintTarget>();
	for (const word of words) {
		const absolute = path.resolve(folder, word);
		const isFolder = await isDirectory(absolute, word);
		for (const file of isFolder ? await markdownBelow(absolute) : [absolute]) {
			if (targets.has(file)) continue;
			const root = rootOf(folder, file);
			const tree = trees.get(root) ?? new DiskTree(root);
			trees.set(root, tree);
			const shown = isBelow(folder, file) ? path.relative(folder, file) : file;
			const inTree = slashed(path.relative(root, file));
			targets.set(file, { file: slashed(shown), path: inTree, tree, named: !isFolder });
		}
	}
	return [...targets.values()];
}

async function isDirectory(absolute: string, word: string): Promise<boolean> {
	const info = await stat(absolute).catch(() => undefined);
	if (!info) throw new UserError(`${word} cannot be read: there is no such file or folder.`);
	return info.isDirectory();
}

async function markdownBelow(folder: string): Promise<readonly string[]> {
	const { paths } = await new DiskTree(folder).files();
	return paths.filter((file) => /\.(?:md|markdown)$/i.test(file)).map((file) => path.join(folder, file));
}

function rootOf(folder: string, file: string): string {
	const own = path.dirname(file);
	return repositoryRoot(own) ?? (isBelow(folder, file) ? folder : own);
}

function isBelow(folder: string, file: string): boolean {
	const relative = path.relative(folder, file);
	return !relative.startsWith('..') && !path.isAbsolute(relative);
}

function slashed(file: string): string {
	return file.replaceAll(path.sep, '/');
}
