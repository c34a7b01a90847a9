import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Ends everything that a process has started, and not the process itself: a terminal's shell goes on, what runs in it
 * does not. `force` is SIGKILL, else SIGTERM. Never rejects: what has ended meanwhile needs no end.
 */
export async function endDescendants(pid: number, force: boolean): Promise<void> {
	if (process.platform === 'win32') return endOnWindows(pid, force);
	const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }));
	for (const descendant of descendantsOf(pid, stdout)) {
		try {
			process.kill(descendant, force ? 'SIGKILL' : 'SIGTERM');
		} catch {
			// It has ended, or belongs to another user since `sudo`; the terminal then shows that it goes on.
		}
	}
}

/** From the lines `pid ppid` of ps(1), children before their parents. */
export function descendantsOf(pid: number, processes: string): readonly number[] {
	const children = new Map<number, number[]>();
	for (const [, child, parent] of processes.matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)) {
		children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(child)]);
	}
	const found: number[] = [];
	for (let next = [...(children.get(pid) ?? [])]; next.length > 0;) {
		found.push(...next);
		next = next.flatMap((parent) => children.get(parent) ?? []).filter((child) => !found.includes(child));
	}
	return found.reverse();
}

async function endOnWindows(pid: number, force: boolean): Promise<void> {
	const query = `(Get-CimInstance Win32_Process -Filter "ParentProcessId=${pid}").ProcessId`;
	const { stdout } = await run('powershell', ['-NoProfile', '-Command', query]).catch(() => ({ stdout: '' }));
	for (const child of stdout.split(/\s+/).filter((word) => /^\d+$/.test(word))) {
		const how = force ? ['/F'] : [];
		await run('taskkill', ['/PID', child, '/T', ...how]).catch(() => undefined);
	}
}
