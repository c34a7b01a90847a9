import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { findCommonGitDir } from './gitDir';

/**
 * Where the incidents of a folder are kept: inside the git directory, which checkout, clean, stash and reset leave
 * alone; else in `fallback` (the editor's storage), and in the folder's `.runbook-response/` when there is no fallback,
 * or nothing in it and the command line has made that folder. A git directory that may not be written and holds no
 * incidents is passed over.
 */
export async function findRecordLocation(folder: string, fallback?: string): Promise<string> {
	const gitDir = await findCommonGitDir(folder);
	if (gitDir !== undefined) {
		const inGit = path.join(gitDir, 'runbook-response', 'incidents');
		if ((await isFolder(inGit)) || (await isWritable(gitDir))) return inGit;
	}
	const local = path.join(folder, '.runbook-response', 'incidents');
	if (fallback === undefined) return local;
	const other = path.join(fallback, 'incidents');
	// What runs in the editor must not vanish because the command line has made its own folder meanwhile.
	return (await isFolder(other)) || !(await isFolder(path.dirname(local))) ? other : local;
}

async function isFolder(name: string): Promise<boolean> {
	return stat(name).then(
		(info) => info.isDirectory(),
		() => false,
	);
}

async function isWritable(folder: string): Promise<boolean> {
	return access(folder, constants.W_OK).then(
		() => true,
		() => false,
	);
}
