import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The common git directory of the repository around a folder, found by reading files alone: no git process, so this
 * works without git. In a linked worktree it is the main repository's. `undefined` outside a repository.
 * Layout: gitrepository-layout(5), "commondir".
 */
export async function findCommonGitDir(folder: string): Promise<string | undefined> {
	for (let directory = path.resolve(folder); ; directory = path.dirname(directory)) {
		const found = await gitDirAt(path.join(directory, '.git'));
		if (found !== undefined) return commonDirOf(found);
		if (directory === path.dirname(directory)) return undefined;
	}
}

/** The nearest folder above (or this one) that holds a `.git`; `undefined` outside a repository. */
export function repositoryRoot(folder: string): string | undefined {
	for (let directory = path.resolve(folder); ; directory = path.dirname(directory)) {
		if (existsSync(path.join(directory, '.git'))) return directory;
		if (directory === path.dirname(directory)) return undefined;
	}
}

/** `.git` is the directory itself, or a file `gitdir: PATH` in worktrees and submodules. */
async function gitDirAt(candidate: string): Promise<string | undefined> {
	const info = await stat(candidate).catch(() => undefined);
	if (info?.isDirectory()) return (await exists(path.join(candidate, 'HEAD'))) ? candidate : undefined;
	if (!info?.isFile()) return undefined;
	const target = /^gitdir: (.+?)\s*$/m.exec(await readText(candidate))?.[1];
	if (target === undefined) return undefined;
	const directory = path.resolve(path.dirname(candidate), target);
	return (await exists(path.join(directory, 'HEAD'))) ? directory : undefined;
}

async function commonDirOf(gitDir: string): Promise<string> {
	const common = (await readText(path.join(gitDir, 'commondir'))).trim();
	return common === '' ? gitDir : path.resolve(gitDir, common);
}

async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}

async function readText(file: string): Promise<string> {
	return readFile(file, 'utf8').catch(() => '');
}
