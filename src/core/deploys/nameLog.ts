import { parseRawHeader, rawDiffOptions } from './changes';
import { isObjectId } from './objectId';
import type { ChangedFile } from './model';

/** One commit with the names of what it changed against its first parent, and without its contents. */
export interface NamedCommit {
	readonly sha: string;
	/** How many. */
	readonly parents: number;
	readonly title: string;
	readonly files: readonly ChangedFile[];
}

/** The newest `depth` commits under `revision` along first parents. Reads trees, no blobs. */
export function nameLogArguments(revision: string, depth: number): readonly string[] {
	const range = ['log', '--first-parent', `--max-count=${depth}`, ...options];
	return [...range, '--end-of-options', revision, '--'];
}

/** The ids alone of the newest `depth` commits, newest first. */
export function idLogArguments(revision: string, depth: number): readonly string[] {
	const format = ['--format=%H', '--encoding=UTF-8', '--no-show-signature', '--no-decorate'];
	return ['log', '--first-parent', `--max-count=${depth}`, ...format, '--end-of-options', revision, '--'];
}

/** Total: stops at the first thing that is not a whole commit of our format. */
export function parseNameLog(output: string): readonly NamedCommit[] {
	const tokens = output.split('\0').slice(0, -1); // what no NUL ends is not whole
	const commits: NamedCommit[] = [];
	for (let at = 0; at + 2 < tokens.length;) {
		const [sha = '', parents = '', title = ''] = tokens.slice(at, at + 3);
		if (!isObjectId(sha)) return commits;
		const files: ChangedFile[] = [];
		for (at += 3; at + 1 < tokens.length; at += 2) {
			const header = parseRawHeader(tokens[at] ?? '');
			if (!header) break;
			files.push({ path: tokens[at + 1] ?? '', ...header });
		}
		commits.push({ sha, parents: parents.split(' ').filter(isObjectId).length, title, files });
	}
	return commits;
}

const options = [
	...rawDiffOptions,
	'--format=tformat:%H%x00%P%x00%s',
	'--no-show-signature',
	'--encoding=UTF-8',
	'-O/dev/null',
] as const;
