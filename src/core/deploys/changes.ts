import type { ChangedFile } from './model';

/** The changed files of one commit against its first parent; of a root commit, all its files. */
export function changesArguments(sha: string): readonly string[] {
	return ['diff-tree', ...options, '--end-of-options', sha, '--'];
}

/** What differs between two commits; both full ids, or full names of refs. */
export function betweenArguments(before: string, after: string): readonly string[] {
	return ['diff-tree', ...options, '--end-of-options', before, after, '--'];
}

/** Total: reads `git diff-tree --raw -z`, and stops at the first thing that is not a whole entry. */
export function parseChanges(output: string): readonly ChangedFile[] {
	const tokens = output.split('\0').slice(0, -1); // what no NUL ends is not whole
	const files: ChangedFile[] = [];
	for (let at = 0; at + 1 < tokens.length; at += 2) {
		const header = parseRawHeader(tokens[at] ?? '');
		if (!header) return files;
		files.push({ path: tokens[at + 1] ?? '', ...header });
	}
	return files;
}

/** The part of a raw entry before its path, `:100644 100755 <id> <id> M`; `undefined` when it is none. */
export function parseRawHeader(token: string): Omit<ChangedFile, 'path'> | undefined {
	const match = rawHeader.exec(token);
	if (!match) return undefined;
	const [, modeBefore = '', modeAfter = '', before = '', after = '', letter = ''] = match;
	const status = statusOfLetter[letter];
	if (!status) return undefined;
	return { status, before: toBlobId(modeBefore, before), after: toBlobId(modeAfter, after) };
}

/** Raw changes against the first parent, the same whatever the configuration says, and without running anything of it. */
export const rawDiffOptions = [
	'-z',
	'--raw',
	'--no-abbrev',
	'--diff-merges=first-parent',
	'--no-renames',
	'--no-ext-diff',
	'--no-textconv',
	'--no-relative',
	'--ignore-submodules=none',
] as const;

const options = ['-r', '--root', '--no-commit-id', ...rawDiffOptions] as const;

const rawHeader = /^\n?:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])$/;

const statusOfLetter: Readonly<Record<string, ChangedFile['status']>> = {
	A: 'added',
	D: 'deleted',
	M: 'modified',
	T: 'type-changed',
};

const submodule = '160000';

function toBlobId(mode: string, id: string): string | undefined {
	return mode === submodule || /^0+$/.test(id) ? undefined : id;
}
