import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findCommonGitDir } from './gitDir';

/**
 * Where the incidents of a folder are kept: inside the git directory, which checkout, clean, stash and reset leave
 * alone; else in the folder's `.runbook-response/` when it is there or there is no better place (`fallback`).
 */
export async function findRecordLocation(folder: string, fallback?: string): Promise<string> {
	const gitDir = await findCommonGitDir(folder);
	if (gitDir !== undefined) return path.join(gitDir, 'runbook-response', 'incidents');
	const local = path.join(folder, '.runbook-response');
	const hasLocal = await stat(local).then(
		(info) => info.isDirectory(),
		() => false,
	);
	return path.join(hasLocal || fallback === undefined ? local : fallback, 'incidents');
}
