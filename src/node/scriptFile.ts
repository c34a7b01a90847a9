import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/userError';

/** Where the file of a run is: `<folder>/<name>.script`. */
export function scriptFilePath(folder: string, name: string): string {
	return path.join(folder, `${name}.script`);
}

/**
 * Writes a script's exact text to its file, readable and writable by the person alone, and resolves
 * with its path. The file is made anew each time: what an earlier run or somebody else left there is not trusted. It
 * is read back, so that what runs is what was shown, byte for byte.
 */
export async function writeScriptFile(folder: string, text: string, name: string): Promise<string> {
	const file = scriptFilePath(folder, name);
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await rm(file, { force: true });
		await writeFile(file, text, { mode: 0o600, flag: 'wx' });
		if ((await readFile(file, 'utf8')) !== text) throw new Error('the file holds something else');
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError(`The script could not be prepared, so nothing was run (${reason}).`);
	}
	return file;
}

/** Removes the file of a run that has ended: a secret may have been filled in. */
export async function removeScriptFile(file: string): Promise<void> {
	await rm(file, { force: true });
}
