import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../../core/userError';

/**
 * The absolute path of the git program. Looked up here and not by the system, because Windows (and a `.` in the
 * PATH) would also take a `git` that lies in the repository itself.
 */
export async function findGit(searchPath: string): Promise<string> {
	for (const folder of searchPath.split(delimiter).filter(isAbsolute)) {
		const program = join(folder, process.platform === 'win32' ? 'git.exe' : 'git');
		if (await isProgram(program)) return program;
	}
	throw new UserError(
		'Deploys need git, and no git program was found on the PATH. ' +
			'Install git, or start again from where the PATH includes it.',
	);
}

async function isProgram(path: string): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false; // not there, or not ours to run: the next folder may have one
	}
}
