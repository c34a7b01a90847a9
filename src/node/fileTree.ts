import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileTree } from '../core/ports';

const skipped = new Set(['node_modules', 'vendor', 'third_party', 'dist', 'build', 'target', 'out']);
/** Folders looked into before the search is cut short; breadth first, so the nearest are always seen. */
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

	files(): ReturnType<FileTree['files']> {
		this.#listing ??= this.#list();
		return this.#listing;
	}

	async #list(): ReturnType<FileTree['files']> {
		const paths: string[] = [];
		const queue = [''];
		let count = 0;
		for (; queue.length > 0 && count < maxFolders; count++) {
			const folder = queue.shift() ?? '';
			const entries = await readdir(path.join(this.root, folder), { withFileTypes: true }).catch(() => []);
			for (const entry of entries) {
				const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
				if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) queue.push(name);
				if (!entry.isDirectory()) paths.push(name);
			}
		}
		return { paths: paths.sort(), complete: queue.length === 0 };
	}
}
