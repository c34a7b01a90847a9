import { readFile } from 'node:fs/promises';
import { isObjectId } from '../../core/deploys/objectId';
import { readGit, type GitProgram } from './run';

/** Where a repository keeps what a throw-away one beside it needs. */
export interface Repository {
	readonly git: GitProgram;
	/** Absolute path of the folder with its objects; linked work trees share it. */
	readonly objects: string;
	readonly objectFormat: 'sha1' | 'sha256';
	/** Content of `info/attributes`, which may hold patterns but never programs. */
	readonly attributes: string;
	/** Full ids of the commits where a shallow clone ends. */
	readonly shallow: ReadonlySet<string>;
	/** Lines of settings that change how git merges, without any that names a program. */
	readonly settings: readonly MergeSetting[];
}

export interface MergeSetting {
	/** Such as `merge.directoryrenames`. */
	readonly name: string;
	readonly value: string;
}

/** Two short git processes that read no object. */
export async function readRepository(git: GitProgram, signal?: AbortSignal): Promise<Repository> {
	const paths = ['objects', 'info/attributes', 'shallow'].flatMap((name) => ['--git-path', name]);
	const args = ['rev-parse', '--path-format=absolute', ...paths, '--show-object-format'];
	const [objects = '', attributes = '', shallow = '', format] = (await readGit(git, args, { signal })).split(
		'\n',
	);
	const settings = await readGit(git, ['config', '--list', '-z'], { signal });
	return {
		git,
		objects,
		objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
		attributes: await readIfThere(attributes),
		shallow: new Set((await readIfThere(shallow)).split('\n').filter(isObjectId)),
		settings: parseSettings(settings),
	};
}

/** Reads `git config --list -z`: `name LF value NUL`, later ones win. */
function parseSettings(output: string): readonly MergeSetting[] {
	return output.split('\0').flatMap((entry) => {
		const [name = '', value = 'true'] = entry.split('\n', 2);
		return mergeSettings.test(name) && /^[\w.%-]+$/.test(value) ? [{ name, value }] : [];
	});
}

const mergeSettings =
	/^(?:merge\.(?:renames|renamelimit|directoryrenames|renormalize)|diff\.(?:renames|renamelimit|algorithm)|core\.(?:autocrlf|eol|sharedrepository))$/;

async function readIfThere(path: string): Promise<string> {
	return readFile(path, 'utf8').catch(() => ''); // most repositories have neither file
}
