import { mkdir, open, readFile, rename, rm, utimes, stat } from 'node:fs/promises';
import path from 'node:path';

/** A holder that has not touched its lock for so long is gone, or hangs: milliseconds. */
const staleMs = 30_000;

/**
 * Of several windows on one machine, one sends. Resolves with whether this process holds the lock: takes it when it is
 * free, keeps it fresh when it is ours, takes it over when its holder has died.
 */
export async function holdLock(file: string, owner: string): Promise<boolean> {
	if (await take(file, owner)) return true;
	const holder = await readFile(file, 'utf8').catch(() => '');
	if (holder === owner) {
		const now = new Date();
		await utimes(file, now, now).catch(() => undefined);
		return true;
	}
	if (!(await isAbandoned(file, holder))) return false;
	// Of two that see it abandoned, one can move it away.
	const away = `${file}.${owner.replace(/\W/g, '-')}`;
	const isMoved = await rename(file, away).then(
		() => true,
		() => false,
	);
	if (!isMoved) return false;
	const moved = await readFile(away, 'utf8').catch(() => '');
	await rm(away, { force: true });
	// Somebody else may have taken it over between the look and the move; then it was theirs, and they take it again.
	return moved === holder && take(file, owner);
}

/** Creating a file that must not exist yet is the one step that two processes cannot both do. */
async function take(file: string, owner: string): Promise<boolean> {
	await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
	const handle = await open(file, 'wx', 0o600).catch(() => undefined);
	if (!handle) return false;
	try {
		await handle.writeFile(owner);
		return true;
	} finally {
		await handle.close();
	}
}

async function isAbandoned(file: string, holder: string): Promise<boolean> {
	const pid = Number(/^(\d+) /.exec(holder)?.[1]);
	if (Number.isInteger(pid) && pid > 0 && !isAlive(pid)) return true;
	const info = await stat(file).catch(() => undefined);
	return info !== undefined && Date.now() - info.mtimeMs > staleMs;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of somebody else's is alive too.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
