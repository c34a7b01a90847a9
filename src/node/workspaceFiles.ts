import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceFiles } from '../core/ports';
import { tooLarge } from '../core/runbook/decode';
import { UserError } from '../core/userError';
import { walkFolder } from './walkFolder';

/** Folders looked into before the search is cut short. */
const maxFolders = 2000;

/** The files of a folder on disk. */
export class DiskFiles implements WorkspaceFiles {
	readonly #root: string;

	constructor(root: string) {
		this.#root = path.resolve(root);
	}

	async markdownFiles(): Promise<readonly string[]> {
		const found: string[] = [];
		for (const file of (await walkFolder(this.#root, maxFolders)).files) {
			if (!/\.(md|markdown)$/i.test(file.path)) continue;
			if (file.entry.isFile() || (await isFile(path.join(this.#root, file.path)))) found.push(file.path);
		}
		return found;
	}

	async read(file: string, maxBytes: number): Promise<Uint8Array> {
		const absolute = path.resolve(this.#root, file);
		const info = await stat(absolute).catch((error: unknown) => {
			throw unreadable(file, error);
		});
		if (!info.isFile()) throw new UserError(`${file} is not a file; give the path of a Markdown file.`);
		if (info.size > maxBytes) throw new UserError(tooLarge(file, info.size));
		return readFile(absolute).catch((error: unknown) => {
			throw unreadable(file, error);
		});
	}

	async create(file: string, text: string, replace = false): Promise<boolean> {
		const absolute = path.resolve(this.#root, file);
		await mkdir(path.dirname(absolute), { recursive: true });
		try {
			await writeFile(absolute, text, { flag: replace ? 'w' : 'wx' });
			return true;
		} catch (error) {
			if (codeOf(error) === 'EEXIST') return false;
			throw new UserError(`${file} could not be written (${codeOf(error)}).`);
		}
	}
}

/** Through a symbolic link, too. */
async function isFile(file: string): Promise<boolean> {
	return stat(file).then(
		(info) => info.isFile(),
		() => false,
	);
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EACCES: 'its permissions forbid it',
	EISDIR: 'it is a folder',
};

function unreadable(file: string, error: unknown): UserError {
	const code = codeOf(error);
	return new UserError(`${file} cannot be read: ${reasons[code] ?? code}.`);
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
