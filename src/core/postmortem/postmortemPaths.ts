import { rankTemplatePaths } from './templateFinder';

/** Folders that hold postmortems whatever the names in them, and those that do when a name has a date or a number. */
const ownFolder = /^(?:post[-_ ]?mortems?|incident[-_ ]?(?:reports?|reviews?)|retrospectives?|retros)$/i;
const datedFolder = /^incidents?$/i;
const datedName = /(?:^|[^\d])(?:19|20)\d{2}[-_.]?\d{2}(?:[-_.]?\d{2})?(?:[^\d]|$)|^(?:inc|pm)[-_]?\d+/i;
const ownName = /post[-_ ]?mortem|incident[-_ ]?(?:report|review)|(?:^|[^a-z])rca(?:[^a-z]|$)/i;
const markdown = /\.(?:md|markdown)$/i;

/** Not a postmortem, wherever it lies. */
const otherName = /^(?:readme|index|contributing|changelog)\.[a-z]+$/i;
/** A runbook, or how to write a postmortem; with a date it is an incident of that name. */
const guideName =
	/runbook|^how[-_ ]?to\b|(?:guide|guidelines?|process|policy|checklist|how[-_ ]?to|faq)\.[a-z]+$/i;
const templateFolder = /^templates?$/i;

/**
 * The postmortems somebody wrote, by their paths: Markdown files in the folder of the setting, in a folder or with a
 * name that says so. Templates, guides and runbooks among them are none.
 * @param paths relative to the workspace folder @param folder of the setting; `undefined` when it is not set
 */
export function postmortemPaths(paths: readonly string[], folder: string | undefined): readonly string[] {
	const templates = new Set(rankTemplatePaths(paths));
	return paths.filter((path) => !templates.has(path) && mayBeOne(path) && saysSo(path, folder));
}

/** Whether one file is a postmortem, by the same rule. */
export function isPostmortem(path: string, folder: string | undefined): boolean {
	return postmortemPaths([path], folder).length > 0;
}

/** The outermost folder of a path that holds postmortems; `undefined` when none does, or a template folder is around. */
export function folderForPostmortems(path: string): string | undefined {
	const parts = path.split('/');
	const name = parts.pop() ?? '';
	const depth = parts.findIndex(
		(part) => ownFolder.test(part) || (datedFolder.test(part) && datedName.test(name)),
	);
	if (depth < 0 || parts.slice(0, depth).some((part) => templateFolder.test(part))) return undefined;
	return parts.slice(0, depth + 1).join('/');
}

function mayBeOne(path: string): boolean {
	const folders = path.split('/');
	const name = folders.pop() ?? '';
	const isGuide = guideName.test(name) && !datedName.test(name);
	return (
		markdown.test(name) &&
		!otherName.test(name) &&
		!isGuide &&
		!folders.some((part) => templateFolder.test(part))
	);
}

function saysSo(path: string, folder: string | undefined): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return (
		ownName.test(name) ||
		folderForPostmortems(path) !== undefined ||
		(folder !== undefined && isIn(path, folder))
	);
}

/** Of the workspace folder itself only the dated files count: everything lies in it. */
function isIn(path: string, folder: string): boolean {
	const wanted = folder
		.replaceAll('\\', '/')
		.split('/')
		.filter((part) => part !== '' && part !== '.');
	return wanted.length === 0
		? !path.includes('/') && datedName.test(path)
		: path.startsWith(`${wanted.join('/')}/`);
}
