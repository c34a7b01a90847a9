import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileTree } from '../core/ports';
import { walkFolder } from './walkFolder';

/** Folders looked into before the search is cut short. */
const maxFolders = 4000;

/** The files below a folder on disk, listed once. */
export class DiskTree implements FileTree {
	readonly root: string;
	#listing: ReturnType<FileTree['files']> | undefined;

	constructor(root: string) {
		this.root = path.resolve(root);
	}

	async exists(file: string): Promise<boolean> {
		return stat(path.resolve(this.root, file)).then(
			() => true,
			() => false,
		);
	}

	async text(file: string, maxBytes: number): Promise<string | undefined> {
		const full = path.resolve(this.root, file);
		if (!full.startsWith(this.root + path.sep)) return undefined;
		try {
			const info = await stat(full);
			return info.isFile() && info.size <= maxBytes ? await readFile(full, 'utf8') : undefined;
		} catch {
			return undefined; // gone meanwhile, or not for us to read
		}
	}

	files(): ReturnType<FileTree['files']> {
		this.#listing ??= this.#list();
		return this.#listing;
	}

	async #list(): ReturnType<FileTree['files']> {
		const { files, complete } = await walkFolder(this.root, maxFolders);
		return { paths: files.map((file) => file.path).sort(), complete };
	}
}
