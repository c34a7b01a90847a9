import { isObjectId } from './objectId';
import { parseRawHeader } from './changes';

/** One commit as `git log` tells it. Texts are as written by their authors: anything may be in them. */
export interface LogEntry {
	readonly sha: string;
	/** Full object ids; two or more for a merge. */
	readonly parents: readonly string[];
	readonly author: string;
	/** ISO 8601 with the committer's offset. */
	readonly committedAt: string;
	/** Short names, such as `v1.2.0`. */
	readonly tags: readonly string[];
	/** A shallow clone ends here: the parents exist elsewhere, so what the commit changed is unknown. */
	readonly cut: boolean;
	readonly title: string;
	readonly body: string;
	/** Against the first parent; empty unless the details were asked for. */
	readonly files: readonly FileCount[];
}

export interface FileCount {
	readonly path: string;
	/** Lines; 0 for a binary file, and when only the names were asked for. */
	readonly insertions: number;
	readonly deletions: number;
}

/** Line counts read every changed file, which costs about 30 times the list and fails where contents are missing. */
export type LogDetail = 'counts' | 'names';

/** The newest `depth` commits of `revision` along first parents, without their files. */
export function listArguments(revision: string, depth: number): readonly string[] {
	return ['log', '--first-parent', `--max-count=${depth}`, ...format, '--end-of-options', revision, '--'];
}

/** The same for chosen commits, with their files but without their tags; full object ids, one a line, go to standard input. */
export function detailArguments(detail: LogDetail): readonly string[] {
	return [
		'log',
		'--no-walk=unsorted',
		'--stdin',
		...formatWithoutTags,
		...diffOptions,
		...detailOptions[detail],
		'--',
	];
}

/** Total: whatever does not look like a whole record of our format is dropped. */
export function parseLog(output: string): readonly LogEntry[] {
	const tokens = output.split('\0').slice(0, -1); // what no NUL ends is not whole
	const entries: LogEntry[] = [];
	let at = 0;
	while (at + fields.length <= tokens.length) {
		const { files, next } = readFiles(tokens, at + fields.length);
		const entry = toEntry(tokens, at, files);
		if (!entry) return entries;
		entries.push(entry);
		at = next;
	}
	return entries;
}

// Ends in a NUL each; the last one is the end of the record. No text of a commit can hold a NUL: git cuts it there.
const fields = ['%H', '%P', '%an', '%cI', '%D', '%s', '%b'] as const;

// What the user's or the repository's configuration could change in the output is stated here.
const settled = ['-z', '--encoding=UTF-8', '--no-notes', '--no-mailmap', '--no-show-signature'] as const;

const format = [
	...settled,
	`--format=tformat:${fields.join('%x00')}`,
	'--decorate=full',
	'--decorate-refs=refs/tags/',
] as const;

// Tags stay empty: to tell them, git reads every ref there is, which can cost more than the commits.
const formatWithoutTags = [
	...settled,
	`--format=tformat:${fields.map((field) => (field === '%D' ? '' : field)).join('%x00')}`,
] as const;

/** Chosen commits in the order asked for, without files and tags; full ids or names of refs go to standard input. */
export const plainArguments: readonly string[] = [
	'log',
	'--no-walk=unsorted',
	'--stdin',
	'--no-patch',
	...formatWithoutTags,
	'--',
];

const diffOptions = [
	'--diff-merges=first-parent',
	'--no-ext-diff',
	'--no-textconv',
	'--no-renames',
	'--no-relative',
	'--ignore-submodules=none',
	'-O/dev/null',
] as const;

const detailOptions: Readonly<Record<LogDetail, readonly string[]>> = {
	counts: ['--numstat'],
	names: ['--raw', '--no-abbrev'],
};

/** The record that begins at `at`. */
function toEntry(tokens: readonly string[], at: number, files: readonly FileCount[]): LogEntry | undefined {
	const sha = tokens[at] ?? '';
	if (!isObjectId(sha)) return undefined;
	const parents = tokens[at + 1] ?? '';
	const decorations = tokens[at + 4] ?? '';
	return {
		sha,
		parents: parents === '' ? none : parents.split(' '),
		author: tokens[at + 2] ?? '',
		committedAt: tokens[at + 3] ?? '',
		tags: decorations === '' ? none : tagsIn(decorations.split(', ')),
		cut: decorations !== '' && decorations.split(', ').includes('grafted'),
		title: tokens[at + 5] ?? '',
		body: (tokens[at + 6] ?? '').trimEnd(),
		files,
	};
}

const none: readonly never[] = [];

function tagsIn(decorations: readonly string[]): readonly string[] {
	return decorations.flatMap((name) => (name.startsWith(tagPrefix) ? [name.slice(tagPrefix.length)] : []));
}

const tagPrefix = 'tag: refs/tags/';

/** A file's token has tabs or starts with `:`, an object id never does: so the list ends at the next record. */
function readFiles(tokens: readonly string[], from: number) {
	const files: FileCount[] = [];
	let next = from;
	for (; next < tokens.length; next++) {
		const token = tokens[next] ?? '';
		const count = numstat.exec(token);
		if (count) {
			files.push(toFileCount(count));
			continue;
		}
		const path = tokens[next + 1];
		if (!parseRawHeader(token) || path === undefined) break;
		files.push({ path, insertions: 0, deletions: 0 });
		next++;
	}
	return { files, next };
}

// insertions TAB deletions TAB path, `-` for binary; the first one of a commit follows a line feed
const numstat = /^\n?(\d+|-)\t(\d+|-)\t([^]+)$/;

function toFileCount([, insertions, deletions, path = '']: RegExpExecArray): FileCount {
	return { path, insertions: toLines(insertions), deletions: toLines(deletions) };
}

function toLines(count: string | undefined): number {
	return count === undefined || count === '-' ? 0 : Number(count);
}
