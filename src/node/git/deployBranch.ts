import { UserError } from '../../core/userError';
import { readGit, type GitProgram } from './run';

/**
 * The full name of the ref that deploys are made from, which need not be what is checked out: what the remote calls
 * its main branch, else a branch with a usual name, else `HEAD`. Rejects with a `UserError` when there is no commit.
 */
export async function findDeployBranch(git: GitProgram): Promise<string> {
	// One answer a line, in the order asked: `<id> commit`, or `<name> missing`. It never fails for a missing one.
	const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
	const answers = (await readGit(git, args, { input: `${candidates.join('\n')}\n` })).split('\n');
	const branch = candidates.find((_, index) => answers[index]?.endsWith(' commit'));
	if (branch !== undefined) return branch;
	throw new UserError(
		`The git repository at ${git.folder} has no commits yet, so there are no deploys to list.`,
	);
}

const usualNames = ['main', 'master', 'production', 'release'] as const;

// In order of preference.
const candidates: readonly string[] = [
	'refs/remotes/origin/HEAD',
	...usualNames.map((name) => `refs/heads/${name}`),
	...usualNames.map((name) => `refs/remotes/origin/${name}`),
	'HEAD',
];
