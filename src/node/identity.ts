import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Clock, Ids } from '../core/ports';
import { findCommonGitDir } from './gitDir';

export const systemClock: Clock = { now: () => Date.now() };

export const randomIds: Ids = { next: () => randomBytes(16).toString('hex') };

export function sha256(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The person's name for the timeline: git's `user.name` read from its files, else the login name. */
export async function personName(folder: string): Promise<string> {
	const gitDir = await findCommonGitDir(folder);
	const files = [
		gitDir === undefined ? undefined : path.join(gitDir, 'config'),
		path.join(os.homedir(), '.gitconfig'),
		path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'), 'git', 'config'),
	];
	const fromEnvironment = process.env['GIT_AUTHOR_NAME']?.trim();
	if (fromEnvironment) return fromEnvironment;
	for (const file of files) {
		const name = file === undefined ? undefined : userName(await readFile(file, 'utf8').catch(() => ''));
		if (name) return name;
	}
	return loginName();
}

/**
 * The file of a command line run stays the same from run to run, so that a hundred notes are not a hundred files. Runs
 * at the same moment share it, so each one counts its events under a name of its own.
 */
export function commandLineWriter(): { readonly file: string; readonly writer: string } {
	const file = `cli-${sha256(`${loginName()}@${os.hostname()}`).slice(0, 12)}`;
	return { file, writer: `${file}-${randomIds.next().slice(0, 8)}` };
}

/** The file of one editor window. */
export function windowWriter(): string {
	return `window-${randomIds.next().slice(0, 12)}`;
}

/** git-config(1): `[user]` then `name = value`, quotes optional. */
function userName(config: string): string | undefined {
	const section = /^\s*\[user\][^[]*/im.exec(config)?.[0];
	return section === undefined ? undefined : /^\s*name\s*=\s*"?(.*?)"?\s*$/im.exec(section)?.[1];
}

function loginName(): string {
	try {
		return os.userInfo().username;
	} catch {
		// No entry for this user id, as in some containers.
		return process.env['USER'] ?? 'unknown';
	}
}
