import { UserError } from '../../core/userError';

/** What was tried: `task` is what messages say that git could not do, before the folder. */
export interface Attempt {
	readonly folder: string;
	readonly task?: string | undefined;
}

/** What git printed when it failed, as a sentence for the person. */
export function toUserError({ folder, task }: Attempt, errors: string): UserError {
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
