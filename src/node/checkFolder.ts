import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/userError';

/** Makes sure that a folder is there, and that no symbolic link leads it out of the root. A `UserError` otherwise. */
export async function checkFolder(root: string, folder: string): Promise<void> {
	const found = await realpath(path.join(root, folder)).catch(() => undefined);
	const info = found === undefined ? undefined : await stat(found).catch(() => undefined);
	if (found === undefined || info?.isDirectory() !== true)
		throw new UserError(`There is no folder “${folder}” to run it in, so nothing was run.`);
	const way = path.relative(await realpath(root), found);
	if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
		throw new UserError(`The folder “${folder}” leads out of this repository, so nothing was run.`);
}
