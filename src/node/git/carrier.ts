import { isUserError } from '../../core/userError';
import { readGit, type GitProgram } from './run';

/** See `DeployHistory.carrierOf`. One short process that reads refs and commits. */
export async function findCarrier(
	{ git, branch }: { readonly git: GitProgram; readonly branch: string },
	commit: string,
): Promise<string | undefined> {
	const args = ['for-each-ref', `--contains=${commit}`, '--format=%(refname)', 'refs/tags', branch];
	try {
		const found = (await readGit(git, args)).split('\n').filter((name) => name !== '');
		const tag = found.find((name) => name.startsWith('refs/tags/'));
		return (tag ?? found[0])?.replace(/^refs\/(?:tags|heads|remotes)\//, '');
	} catch (error) {
		if (isUserError(error)) return undefined; // the commit is gone, with its branch
		throw error;
	}
}
