/** What a path says about a file being a postmortem template; points add up, and under one it is none. */
const signs: readonly { readonly points: number; readonly pattern: RegExp }[] = [
	{ points: 6, pattern: /^post-?mortem-(?:report-)?template\.|^template-post-?mortem\./ },
	{ points: 5, pattern: /post-?mortem.*template|template.*post-?mortem|plantilla.*post-?mortem/ },
	{
		points: 4,
		pattern: /(?:incident|outage|rca|retro(?:spective)?).*template|template.*(?:incident|outage|rca|retro)/,
	},
	{ points: 3, pattern: /^(?:post-?mortem|incident-(?:report|review|postmortem)|rca|after-action-report)\./ },
	{ points: 2, pattern: /^-?template\./ },
];

const folderSigns: readonly { readonly points: number; readonly pattern: RegExp }[] = [
	{ points: 2, pattern: /(?:^|\/)(?:\.?github\/)?(?:[a-z-]*-)?templates?\// },
	{ points: 1, pattern: /(?:^|\/)(?:docs?\/)?(?:[a-z-]*-)?(?:post-?mortems?|incidents?|retros?|rcas?)\// },
];

/** Files of other people, and what is no postmortem although its name says template. */
const never =
	/(?:^|\/)(?:node-modules|vendor|third[-_]party|\.git|dist|build|out)\/|(?:^|\/)(?:readme|changelog|contributing)\.|runbook[^/]*$|issue-template|pull-request/;

/** A dated or numbered name is a postmortem that somebody wrote. */
const filled =
	/(?:^|[^\d])(?:19|20)\d{2}[-.]?\d{2}[-.]?\d{2}(?:[^\d]|$)|^(?:inc|pm|incident|postmortem)-?\d+/;

/**
 * The paths that look like a postmortem template, best first; ties by depth, then by name.
 * @param paths of Markdown files, relative to the workspace folder
 */
export function rankTemplatePaths(paths: readonly string[]): readonly string[] {
	return paths
		.map((path) => ({ path, score: scoreOf(path) }))
		.filter(({ score }) => score > 0)
		.sort(
			(one, other) =>
				other.score - one.score || depthOf(one.path) - depthOf(other.path) || compare(one.path, other.path),
		)
		.map(({ path }) => path);
}

function scoreOf(path: string): number {
	const folded = path.replaceAll('\\', '/').toLowerCase().replace(/[_ ]+/gu, '-').replace(/^\.\//u, '');
	const name = folded.slice(folded.lastIndexOf('/') + 1);
	const folder = folded.slice(0, folded.length - name.length);
	if (never.test(folded) || filled.test(name) || !/\.(?:md|markdown|mdx)$/u.test(name)) {
		return 0;
	}
	const nameScore = best(signs, name);
	const folderScore = best(folderSigns, folder) + (/post-?mortem|incident|retro|rca/u.test(folder) ? 1 : 0);
	const isAnyTemplate = /^-?template\./u.test(name);
	return nameScore === 0 || (isAnyTemplate && !/post-?mortem|incident|retro|rca/u.test(folder))
		? 0
		: nameScore + folderScore;
}

function best(table: typeof signs, text: string): number {
	return Math.max(0, ...table.filter(({ pattern }) => pattern.test(text)).map(({ points }) => points));
}

function depthOf(path: string): number {
	return path.split(/[\\/]/u).length;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
