import { parseLog, plainArguments } from '../../core/deploys/log';
import { UserError } from '../../core/userError';
import { readGit, type GitProgram } from './run';

/** See `DeployHistory.resolve`. What is typed is only ever a name: it starts with a letter or digit. */
export async function resolveCommit(git: GitProgram, name: string): Promise<{ sha: string; title: string }> {
	const unknown = new UserError(`Git knows no commit “${name}” here. Give its id, a tag or a branch.`);
	if (!/^\w[\w./@+-]{0,250}$/.test(name)) throw unknown;
	const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
	const found = await readGit(git, args, { input: `${name}^{commit}\n` });
	const [, sha = ''] = /^([0-9a-f]{40,64}) commit$/.exec(found.trim()) ?? [];
	const [entry] = sha === '' ? [] : parseLog(await readGit(git, plainArguments, { input: `${sha}\n` }));
	if (!entry) throw unknown;
	return { sha: entry.sha, title: entry.title };
}
