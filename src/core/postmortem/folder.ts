import { folderForPostmortems } from './postmortemPaths';
import { rankTemplatePaths } from './templateFinder';

/**
 * Where the team keeps its postmortems: the folder with the most of them, else the one a template lies in, else
 * `postmortems`. A folder for each year below it is kept out: the next year's has another name.
 * @param paths of Markdown files, relative to the workspace folder
 */
export function postmortemFolder(paths: readonly string[]): string {
	const templates = new Set(rankTemplatePaths(paths));
	const counts = new Map<string, number>();
	for (const path of paths) {
		const folder = folderForPostmortems(path);
		// A template tells of the folder, but less than a postmortem does.
		const weight = templates.has(path) ? 0.001 : 1;
		if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + weight);
	}
	const [best] = [...counts].sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1));
	return best?.[0] ?? 'postmortems';
}
