import { spawn } from 'node:child_process';
import { gitEnvironment, hardeningArguments } from './hardening';
import { readGit, type GitProgram } from './run';
import { decodeText } from './text';

/**
 * Like `readGit`, for the one call people wait for each time they look: a list of 200 deploys is 6 ms of git, and the
 * way through simple-git another 1 ms. When it fails, the ordinary way is gone again, and says why.
 */
export async function readList(
	git: GitProgram,
	args: readonly string[],
	signal: AbortSignal | undefined,
): Promise<string> {
	signal?.throwIfAborted();
	const child = spawn(git.program, [...hardeningArguments, ...args], {
		cwd: git.folder,
		env: { ...gitEnvironment(process.env), ...git.variables },
		stdio: ['ignore', 'pipe', 'ignore'],
		signal,
	});
	const printed: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
	const code = await new Promise((resolve) => {
		// of an aborted one, `close` is still to come
		child.on('error', () => child.pid === undefined && resolve(undefined));
		child.on('close', resolve);
	});
	signal?.throwIfAborted();
	return code === 0 ? decodeText(Buffer.concat(printed)) : readGit(git, args, { signal });
}
