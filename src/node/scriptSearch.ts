import { existsSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { isSearched } from './walkFolder';

/** Folders looked into for a script known only by its name; breadth first. */
const maxFolders = 2000;

/**
 * Finds the script files a runbook names: from the repository root, then from the document's folder, then by the name
 * anywhere below the root, the nearest first. Paths come back relative to the root, with `/`.
 */
export function scriptSearch(root: string, documentFolder: string): (script: string) => string | undefined {
	let byName: ReadonlyMap<string, string> | undefined;
	return (script) => {
		for (const base of [root, documentFolder]) {
			const file = path.resolve(base, script);
			const relative = path.relative(root, file);
			if (!relative.startsWith('..') && existsSync(file)) return relative.replaceAll(path.sep, '/');
		}
		byName ??= indexNames(root);
		return byName.get(path.basename(script));
	};
}

function indexNames(root: string): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	const queue = [''];
	for (let count = 0; queue.length > 0 && count < maxFolders; count++) {
		const folder = queue.shift() ?? '';
		for (const entry of entriesOf(path.join(root, folder))) {
			const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (isSearched(entry)) queue.push(relative);
			if (entry.isFile() && !names.has(entry.name)) names.set(entry.name, relative);
		}
	}
	return names;
}

function entriesOf(folder: string): readonly Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		// A folder that cannot be listed holds no script we could find.
		return [];
	}
}
