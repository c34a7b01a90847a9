/** Each row: what a file's base name (lower-case, without `.md`) looks like, and how likely it is the runbook. */
const names: readonly (readonly [RegExp, number])[] = [
	[/^incident[-_ ]?response([-_ ]?(runbook|plan|playbook|guide|process))?$/, 100],
	[/^incident[-_ ]?(runbook|playbook|management|handling|process|procedures?|commander?)$/, 90],
	[/^(runbook|playbook)$/, 80],
	[/^(on-?call|emergency|outage|major[-_ ]?incident)([-_ ]?(runbook|playbook|guide|response))?$/, 70],
	[/^incidents?$/, 60],
	[
		/(^|[-_ ])(incident|outage)[-_ ].*(runbook|playbook|response)|(runbook|playbook)[-_ ].*(incident|outage)/,
		60,
	],
	[/(^|[-_ ])(runbook|playbook)($|[-_ ])/, 40],
];

/** Folders that make a match likelier. */
const likelyFolder = /^(runbooks?|playbooks?|docs?|ops|operations|incidents?|sre|on-?call)$/i;

/** Not the team's runbook, whatever the name. */
const never =
	/(^|\/)(node_modules|vendor|third_party|\.git|dist|build|target|\.venv)\/|template|example|postmortem|post-mortem/i;

/** What is in such a folder is a runbook, whatever its own name; its index is none. */
const runbookFolder = /(^|\/)(runbooks?|playbooks?)\/(.*\/)?(?!readme|index)[^/]+$/i;

/**
 * The Markdown files that look like an incident runbook, likeliest first; where none has such a name, those in folders
 * of runbooks. Paths are relative to the workspace folder,
 * with `/`. Nearer to the root and shorter wins between equals, then the alphabet, so the answer is always the same.
 */
export function rankRunbookPaths(paths: readonly string[]): readonly string[] {
	const named = ranked(paths, scorePath);
	return named.length > 0 ? named : ranked(paths, scoreFolder);
}

/** Whether a path is ranked for its name. */
export function isNamedRunbook(path: string): boolean {
	return scorePath(path) > 0;
}

function ranked(paths: readonly string[], score: (path: string) => number): readonly string[] {
	return paths
		.map((path) => ({ path, score: score(path) }))
		.filter((row) => row.score > 0)
		.sort((left, right) => right.score - left.score || (left.path < right.path ? -1 : 1))
		.map(({ path }) => path);
}

/** Nearer to the root is likelier. */
function scoreFolder(path: string): number {
	if (never.test(path) || !isMarkdown.test(path) || !runbookFolder.test(path)) return 0;
	return 1 / path.split('/').length;
}

const isMarkdown = /\.(md|markdown)$/i;

function scorePath(path: string): number {
	if (never.test(path) || !isMarkdown.test(path)) return 0;
	const folders = path.split('/');
	const base = (folders.pop() ?? '').replace(/\.\w+$/, '').toLowerCase();
	const name = names.find(([pattern]) => pattern.test(base))?.[1] ?? 0;
	if (name === 0) return 0;
	return name + (folders.some((folder) => likelyFolder.test(folder)) ? 5 : 0) - folders.length;
}
