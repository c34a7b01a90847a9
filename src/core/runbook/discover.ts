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

/**
 * The Markdown files that look like an incident runbook, likeliest first. Paths are relative to the workspace folder,
 * with `/`. Nearer to the root and shorter wins between equals, then the alphabet, so the answer is always the same.
 */
export function rankRunbookPaths(paths: readonly string[]): readonly string[] {
	return paths
		.map((path) => ({ path, score: scorePath(path) }))
		.filter(({ score }) => score > 0)
		.sort((left, right) => right.score - left.score || (left.path < right.path ? -1 : 1))
		.map(({ path }) => path);
}

function scorePath(path: string): number {
	if (never.test(path) || !/\.(md|markdown)$/i.test(path)) return 0;
	const folders = path.split('/');
	const base = (folders.pop() ?? '').replace(/\.\w+$/, '').toLowerCase();
	const name = names.find(([pattern]) => pattern.test(base))?.[1] ?? 0;
	if (name === 0) return 0;
	return name + (folders.some((folder) => likelyFolder.test(folder)) ? 5 : 0) - folders.length;
}
