import { isObjectId } from './objectId';

/**
 * Who brought these lines of one file, as seen from a commit: the commit of its first-parent line, so that what came
 * with a merge is of the merge. `sha` is a full id, `path` counts from the top of the work tree.
 */
export function blameArguments(sha: string, path: string, lines: readonly number[]): readonly string[] {
	const ranges = lines.flatMap((line) => ['-L', `${line},${line}`]);
	// blame takes no --end-of-options; the id is only digits, and `--` guards the path
	return ['blame', '--porcelain', '--first-parent', ...options, ...ranges, sha, '--', path];
}

// An empty file name takes back what `blame.ignoreRevsFile` names.
const options = ['--no-textconv', '--ignore-revs-file=', '--no-progress'];

/** Total: reads `<id> <line before> <line now>[ <count>]` headers; gives commit ids by line number. */
export function parseBlame(output: string): ReadonlyMap<number, string> {
	const lines = output.split('\n').flatMap((text) => {
		// the content of a line is told after a tab, so it is never taken for a header
		const [, sha = '', now = ''] = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(text) ?? [];
		return isObjectId(sha) ? [[Number(now), sha] as const] : [];
	});
	return new Map(lines);
}
