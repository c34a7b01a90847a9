import { isUserError } from '../../core/userError';
import { findGit } from './program';
import { readGit } from './run';

/**
 * The address of `origin`, else of the first remote, as the configuration has it: hostile text, maybe with a password in
 * it. `undefined` without git, a repository or a remote.
 */
export async function readRemoteAddress(folder: string): Promise<string | undefined> {
	try {
		const git = { program: await findGit(process.env['PATH'] ?? ''), folder };
		const settings = await readGit(git, ['config', '--list', '-z']);
		const remotes = settings.split('\0').flatMap((setting) => {
			const [, name, address] = /^remote\.([^\n]*)\.url\n([^]*)$/.exec(setting) ?? [];
			return name === undefined || address === undefined ? [] : [{ name, address }];
		});
		return (remotes.find(({ name }) => name === 'origin') ?? remotes[0])?.address;
	} catch (error) {
		if (isUserError(error)) return undefined;
		throw error;
	}
}
