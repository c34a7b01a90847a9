import { rankTemplatePaths } from './templateFinder';

const folder = /(?:^|\/)(?:post[-_ ]?mortems?|incident[-_ ]?(?:reports?|reviews?)|retrospectives?)\//i;
const name = /(?:^|\/)[^/]*(?:post[-_ ]?mortem|incident[-_ ]?(?:report|review)|rca)[^/]*$/i;
const notOne = /(?:^|\/)(?:readme|index|contributing|changelog)\.[a-z]+$|runbook[^/]*$|(?:^|\/)templates?\//i;

/** The Markdown files that are postmortems somebody wrote, by their paths; templates are none. */
export function postmortemPaths(paths: readonly string[]): readonly string[] {
	const templates = new Set(rankTemplatePaths(paths));
	return paths.filter(
		(path) => (folder.test(path) || name.test(path)) && !templates.has(path) && !notOne.test(path),
	);
}
