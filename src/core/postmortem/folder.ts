import { rankTemplatePaths } from './templateFinder';

/** Folders that hold postmortems whatever the names in them, and those that do when a name has a date. */
const ownFolder = /^(?:post[-_ ]?mortems?|incident[-_ ]?(?:reports?|reviews?)|retrospectives?|retros)$/i;
const datedFolder = /^incidents?$/i;
const datedName = /(?:^|[^\d])(?:19|20)\d{2}[-_.]?\d{2}(?:[-_.]?\d{2})?(?:[^\d]|$)|^(?:inc|pm)[-_]?\d+/i;
/** A folder for each year below is kept out: the next year's has another name. */
const templateFolder = /^templates?$/i;

/**
 * Where the team keeps its postmortems: the folder with the most of them, else the one a template lies in, else
 * `postmortems`. @param paths of Markdown files, relative to the workspace folder
 */
export function postmortemFolder(paths: readonly string[]): string {
	const templates = new Set(rankTemplatePaths(paths));
	const counts = new Map<string, number>();
	for (const path of paths) {
		const folder = folderOf(path);
		// A template tells of the folder, but less than a postmortem does.
		const weight = templates.has(path) ? 0.001 : 1;
		if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + weight);
	}
	const [best] = [...counts].sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1));
	return best?.[0] ?? 'postmortems';
}

function folderOf(path: string): string | undefined {
	const parts = path.split('/');
	const name = parts.pop() ?? '';
	const depth = parts.findIndex(
		(part) => ownFolder.test(part) || (datedFolder.test(part) && datedName.test(name)),
	);
	if (depth < 0 || parts.slice(0, depth).some((part) => templateFolder.test(part))) return undefined;
	return parts.slice(0, depth + 1).join('/');
}
