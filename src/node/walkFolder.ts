import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { skippedFolders } from '../core/skippedFolders';

/** What lies below a folder but is no folder, symbolic links included; paths are relative to it, with `/`. */
export interface Walk {
	readonly files: readonly { readonly path: string; readonly entry: Dirent }[];
	/** False when there were more than `maxFolders` folders. */
	readonly complete: boolean;
}

/** Whether a search goes into a folder: hidden ones, dependencies and build output are passed by. */
export function isSearched(folder: Dirent): boolean {
	return folder.isDirectory() && !folder.name.startsWith('.') && !skippedFolders.includes(folder.name);
}

/** Breadth first, so that the nearest files are always seen. A folder that cannot be listed counts as empty. */
export async function walkFolder(root: string, maxFolders: number): Promise<Walk> {
	const files: { path: string; entry: Dirent }[] = [];
	const queue = [''];
	for (let count = 0; queue.length > 0 && count < maxFolders; count++) {
		const folder = queue.shift() ?? '';
		const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
		for (const entry of entries) {
			const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (isSearched(entry)) queue.push(name);
			if (!entry.isDirectory()) files.push({ path: name, entry });
		}
	}
	return { files, complete: queue.length === 0 };
}
