import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What is read of a copy, bytes: enough for what is kept of it, escapes and all. */
const readBytes = 1_000_000;

/**
 * Makes an empty file that the person alone can read, where a run's output is copied to. `undefined` where it cannot
 * be made, and on Windows, which has no sh(1): the script then runs without the copy.
 */
export async function makeOutputFile(folder: string, name: string) {
	if (process.platform === 'win32') return undefined;
	const file = path.join(folder, `${name}.output`);
	const remove = (): Promise<void> => rm(file, { force: true });
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await remove();
		await writeFile(file, '', { mode: 0o600, flag: 'wx' });
	} catch {
		// A full disk must not keep a script from running.
		return undefined;
	}
	return { path: file, remove, read: () => readEnd(file, readBytes) };
}

/** The last bytes of a file as text; '' when it cannot be read: the outcome of a run is known without it. */
async function readEnd(file: string, bytes: number): Promise<string> {
	const handle = await open(file).catch(() => undefined);
	if (!handle) return '';
	try {
		const { size } = await handle.stat();
		const length = Math.min(size, bytes);
		const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
		return buffer.toString('utf8');
	} finally {
		await handle.close();
	}
}
