import type { PushPlan, RevertBranch } from '../../core/deploys/model';
import { readGit, type GitProgram } from './run';

/** A configuration must not add tags or submodules to what the person saw. */
const exactly = ['--no-follow-tags', '--recurse-submodules=no'] as const;

/** See `DeployHistory.pushes`. Reads the names of the remotes; nothing is sent. */
export async function planPushes(
	git: GitProgram,
	{ name: branch, commit }: Pick<RevertBranch, 'name' | 'commit'>,
): Promise<readonly PushPlan[]> {
	const remotes = (await readGit(git, ['remote'])).split('\n').filter((name) => /^[\w][\w./-]*$/.test(name));
	return remotes.map((remote) => ({
		remote,
		program: git.program,
		args: ['push', ...exactly, '--receive-pack=git-receive-pack', remote, `${commit}:refs/heads/${branch}`],
	}));
}
