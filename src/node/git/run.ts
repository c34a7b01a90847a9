import { simpleGit } from 'simple-git';
import type { UserError } from '../../core/userError';
import { toUserError } from './gitErrors';
import { gitEnvironment, hardeningArguments, permissions } from './hardening';
import { decodeText } from './text';

/** One git program in one folder, which is hardened for every call. */
export interface GitProgram {
	/** Absolute path. */
	readonly program: string;
	/** An existing folder, absolute. */
	readonly folder: string;
	/** The folder that messages name, when it is another. */
	readonly about?: string | undefined;
	/** Over what `gitEnvironment` gives. */
	readonly variables?: Readonly<Record<string, string>> | undefined;
}

export interface GitOptions {
	readonly signal?: AbortSignal | undefined;
	/** Not empty text for standard input; without it git must not read from there. */
	readonly input?: string | Buffer | undefined;
	/** What messages say that git could not do, before the folder. */
	readonly task?: string | undefined;
}

/** What git prints as text (see `decodeText`); else like `readGitBytes`. */
export async function readGit(
	git: GitProgram,
	args: readonly string[],
	options: GitOptions = {},
): Promise<string> {
	return decodeText(await readGitBytes(git, args, options));
}

/**
 * What git prints, as it is. Rejects with a `UserError` when git fails; aborting kills the process and rejects with the
 * signal's reason.
 */
export async function readGitBytes(
	{ program, folder, about, variables }: GitProgram,
	args: readonly string[],
	{ signal, input, task }: GitOptions = {},
): Promise<Buffer> {
	signal?.throwIfAborted();
	const environment = { ...gitEnvironment(process.env), ...variables };
	let printed: Buffer[] = [];
	let failure: UserError | undefined;
	const git = simpleGit({
		baseDir: folder,
		binary: program,
		unsafe: permissions,
		allowEnvironment: Object.keys(environment),
		// not 50 ms after the exit, when output may still be on its way
		completion: { onClose: true, onExit: false },
		// simple-git takes a failure that printed nothing for a success, so we look ourselves
		errors: (_error, { exitCode, stdOut, stdErr }) => {
			printed = stdOut;
			if (exitCode !== 0)
				failure = toUserError({ folder: about ?? folder, task }, Buffer.concat(stdErr).toString());
			return undefined;
		},
		...(signal && { abort: signal }),
		...(input !== undefined && { input: () => input }),
	}).env(environment);
	await git.raw([...hardeningArguments, ...args]);
	signal?.throwIfAborted();
	if (failure) throw failure;
	return Buffer.concat(printed);
}
