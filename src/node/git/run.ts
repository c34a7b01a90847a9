import { simpleGit } from 'simple-git';
import { UserError } from '../../core/userError';
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
	const chunks: Buffer[] = [];
	let failure: UserError | undefined;
	const git = simpleGit({
		baseDir: folder,
		binary: program,
		unsafe: permissions,
		allowEnvironment: Object.keys(environment),
		// not 50 ms after the exit, when output may still be on its way
		completion: { onClose: true, onExit: false },
		// simple-git takes a failure that printed nothing for a success, so we look ourselves
		errors: (_error, { exitCode, stdErr }) => {
			if (exitCode !== 0)
				failure = toUserError({ folder: about ?? folder, task }, Buffer.concat(stdErr).toString());
			return undefined;
		},
		...(signal && { abort: signal }),
		...(input !== undefined && { input: () => input }),
	}).env(environment);
	git.outputHandler((_command, stdout) => stdout.on('data', (chunk: Buffer) => chunks.push(chunk)));
	await git.raw([...hardeningArguments, ...args]);
	signal?.throwIfAborted();
	if (failure) throw failure;
	return Buffer.concat(chunks);
}

interface Attempt {
	readonly folder: string;
	readonly task: string | undefined;
}

function toUserError({ folder, task }: Attempt, errors: string): UserError {
	const known = knownErrors.find(({ pattern }) => pattern.test(errors));
	if (known) return new UserError(known.toSentence(folder, errors));
	const line = errors.split('\n').find((text) => text.startsWith('fatal: ')) ?? errors.split('\n')[0] ?? '';
	const reason = line.replace(/^(?:fatal|error): /, '') || 'no reason given';
	return new UserError(`Git could not ${task ?? 'read the history of'} ${folder}: ${reason}`);
}

interface KnownError {
	readonly pattern: RegExp;
	readonly toSentence: (folder: string, errors: string) => string;
}

const knownErrors: readonly KnownError[] = [
	{
		pattern: /dubious ownership|unsafe repository/,
		toSentence: (folder, errors) =>
			`Git does not read ${folder} because another user owns it. If you trust it, run: ` +
			(/git config --global --add safe\.directory .+/.exec(errors)?.[0] ??
				`git config --global --add safe.directory ${folder}`),
	},
	{
		pattern: /not a git repository/i,
		toSentence: (folder) => `${folder} is not inside a git repository, so there are no deploys to list.`,
	},
	{
		pattern: /tell me who you are|auto-detection is disabled|no email was given|empty ident name/i,
		toSentence: () =>
			'Git does not know who commits. Run: git config --global user.name "Your Name", and the same for user.email.',
	},
];
