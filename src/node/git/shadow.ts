import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from './repository';
import type { GitProgram } from './run';

/**
 * A throw-away repository beside the user's. It reads the user's objects and writes into its own folder, so nothing
 * of the user's changes; and it has a configuration of its own, so no merge driver, filter, text converter or hook
 * that theirs (or the person's, or the machine's) names is run, whatever the attributes of the files ask for.
 * The one trace that git leaves: a pack that holds what it would have written gets a new time stamp.
 */
export interface Shadow {
	readonly git: GitProgram;
	/** Absolute path of its own object folder. */
	readonly objects: string;
	readonly repository: Repository;
}

/** Makes one for `use` and removes it afterwards. */
export async function withShadow<T>(repository: Repository, use: (shadow: Shadow) => Promise<T>): Promise<T> {
	const shadow = await openShadow(repository);
	try {
		return await use(shadow);
	} finally {
		await shadow.remove();
	}
}

/** Makes one that lasts until it is removed. */
export async function openShadow(
	repository: Repository,
): Promise<Shadow & { readonly remove: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'runbook-response-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		return { ...(await writeShadow(repository, folder)), remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

async function writeShadow(repository: Repository, folder: string): Promise<Shadow> {
	const gitFolder = join(folder, '.git');
	const noSettings = join(gitFolder, 'no-settings');
	for (const path of ['objects/info', 'refs', 'info'])
		await mkdir(join(gitFolder, path), { recursive: true });
	const files = {
		HEAD: 'ref: refs/heads/none\n',
		config: toConfig(repository),
		'no-settings': '',
		'objects/info/alternates': `${repository.objects}\n`,
		'info/attributes': repository.attributes,
		...(repository.shallow.size > 0 && { shallow: [...repository.shallow, ''].join('\n') }),
	};
	for (const [path, content] of Object.entries(files)) await writeFile(join(gitFolder, path), content);
	const variables = { GIT_CONFIG_GLOBAL: noSettings, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_COUNT: '0' };
	return {
		git: { program: repository.git.program, folder, about: repository.git.folder, variables },
		objects: join(gitFolder, 'objects'),
		repository,
	};
}

function toConfig({ objectFormat, settings }: Repository): string {
	const extensions = objectFormat === 'sha256' ? '[extensions]\n\tobjectFormat = sha256\n' : '';
	const version = objectFormat === 'sha256' ? 1 : 0;
	// what is written there is soon gone, so pressing it small is work for nothing
	const core = `[core]\n\trepositoryFormatVersion = ${version}\n\tbare = false\n\tlooseCompression = 0\n`;
	return core + extensions + settings.map(toConfigLines).join('');
}

function toConfigLines({ name, value }: { readonly name: string; readonly value: string }): string {
	const [section = '', key = ''] = name.split('.');
	return `[${section}]\n\t${key} = ${value}\n`;
}
