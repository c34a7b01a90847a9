import { isObjectId } from './objectId';
import { parseRawHeader } from './changes';

/** One change of a file: `count` lines at line `start`, before and after. Lines count from 1. */
export interface Hunk {
	readonly before: LineRange;
	readonly after: LineRange;
}

/** With a count of 0, the place after line `start`. */
export interface LineRange {
	readonly start: number;
	readonly count: number;
}

/** Changed lines by path. */
export type FileHunks = ReadonlyMap<string, readonly Hunk[]>;

/** The changed lines of chosen commits; full ids, one a line, go to standard input. Paths are taken as they are. */
export function hunkArguments(paths: readonly string[]): readonly string[] {
	return ['--literal-pathspecs', 'log', '--no-walk=unsorted', '--stdin', ...options, '--', ...paths];
}

/**
 * Total. Grammar of a commit with our options: NUL id NUL, raw entries (each ended by NUL), NUL, then one patch for
 * each entry in the same order (two where the type of a file changed). The names in patches are quoted, so those of
 * the entries are used.
 */
export function parseHunks(output: string): ReadonlyMap<string, FileHunks> {
	const tokens = output.split('\0');
	const commits = new Map<string, FileHunks>();
	let at = 0;
	while (at < tokens.length) {
		const sha = tokens[at++] ?? '';
		if (!isObjectId(sha)) continue;
		const paths: string[] = [];
		for (; parseRawHeader(tokens[at] ?? ''); at += 2) {
			const isTypeChange = (tokens[at] ?? '').endsWith(' T');
			const path = tokens[at + 1] ?? '';
			paths.push(path, ...(isTypeChange ? [path] : []));
		}
		const patches: string[] = [];
		if (tokens[at] === '') at++;
		while (at < tokens.length && !isObjectId(tokens[at] ?? '')) patches.push(tokens[at++] ?? '');
		commits.set(sha, toFileHunks(paths, patches.join('\0')));
	}
	return commits;
}

const options = [
	'-z',
	'--format=tformat:%x00%H',
	'--raw',
	'--no-abbrev',
	'-p',
	'-U0',
	'--inter-hunk-context=0',
	'--no-color',
	'--diff-merges=first-parent',
	'--no-renames',
	'--no-ext-diff',
	'--no-textconv',
	'--no-relative',
	'--submodule=short',
	'--ignore-submodules=none',
	'--no-show-signature',
	'--encoding=UTF-8',
	'-O/dev/null',
] as const;

function toFileHunks(paths: readonly string[], patches: string): FileHunks {
	// every line of a file begins with a sign in a patch, so this one begins a patch
	const parts = patches.split(/^diff --git /m).slice(1);
	const hunks = new Map<string, Hunk[]>();
	paths.forEach((path, index) => {
		hunks.set(path, [...(hunks.get(path) ?? []), ...readHunks(parts[index] ?? '')]);
	});
	return hunks;
}

function readHunks(patch: string): readonly Hunk[] {
	return [...patch.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map((match) => ({
		before: { start: Number(match[1]), count: Number(match[2] ?? 1) },
		after: { start: Number(match[3]), count: Number(match[4] ?? 1) },
	}));
}
