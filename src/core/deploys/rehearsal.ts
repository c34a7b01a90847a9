import { oneLine } from '../printable';
import { fileKind } from './fileKinds';
import { isLockFile } from './lockFiles';
import { readMigration } from './migration';
import type { ChangedFile, Rehearsal, RehearsalNote } from './model';
import type { NamedCommit } from './nameLog';

/** What an undo gave when it was tried beside the repository. */
export type Tried =
	| { readonly kind: 'clean'; readonly tree: string }
	/** `tree`: its files hold conflict markers; of a set, as it stood where it stopped. */
	| { readonly kind: 'conflicts'; readonly paths: readonly string[]; readonly tree?: string }
	| { readonly kind: 'empty' }
	| { readonly kind: 'needs-parent' | 'unavailable'; readonly why: string };

/** What is known about the change that would be taken back. */
export interface UndoFacts {
	readonly files: readonly ChangedFile[];
	readonly isMerge: boolean;
	/** Commits that came after it, newest first. */
	readonly later: readonly NamedCommit[];
	/** Those of them that changed lines it had written; known where it conflicts. */
	readonly sameLines: readonly NamedCommit[];
	/** Texts of migrations it added, by path. */
	readonly migrations: ReadonlyMap<string, string>;
}

export const notRehearsed: Rehearsal = {
	result: 'unavailable',
	conflicts: [],
	why: 'It has not been rehearsed.',
	notes: [],
};

/** By its sentence, not by identity: the lazily loaded chunks carry their own copy of the value. */
export function isRehearsed(rehearsal: Rehearsal): boolean {
	return rehearsal.why !== notRehearsed.why;
}

export function toRehearsal(tried: Tried, facts: UndoFacts): Rehearsal {
	const base = { result: tried.kind, conflicts: [], notes: [] };
	switch (tried.kind) {
		case 'clean':
			return { ...base, notes: findNotes(facts) };
		case 'conflicts':
			return { ...base, conflicts: tried.paths, notes: findNotes(facts) };
		case 'empty':
			return base;
		case 'needs-parent':
		case 'unavailable':
			return { ...base, why: tried.why };
	}
}

/** One line for a person: `would be clean`, `conflicts in src/a.ts and 2 more`. */
export function describeRehearsal({ result, conflicts, why }: Rehearsal): string {
	switch (result) {
		case 'clean':
			return 'Rolls back cleanly';
		case 'conflicts':
			return `Conflicts in ${listed(conflicts, 2)}`;
		case 'empty':
			return 'Nothing to undo: none of it is left';
		case 'needs-parent':
		case 'unavailable':
			return why ?? notRehearsed.why ?? '';
	}
}

/** The same in a few words, to stand beside a deploy; `''` while nothing is known. */
export function rehearsalBadge({ result, conflicts }: Rehearsal): string {
	switch (result) {
		case 'clean':
			return 'rolls back cleanly';
		case 'conflicts':
			return conflicts.length === 1 ? 'conflicts in 1 file' : `conflicts in ${conflicts.length} files`;
		case 'empty':
			return 'nothing to undo';
		case 'needs-parent':
			return 'needs a parent chosen';
		case 'unavailable':
			return '';
	}
}

function findNotes(facts: UndoFacts): readonly RehearsalNote[] {
	return rules.flatMap(({ code, find }) => {
		const text = find(facts);
		return text === undefined ? [] : [{ code, text }];
	});
}

interface NoteRule {
	readonly code: RehearsalNote['code'];
	readonly find: (facts: UndoFacts) => string | undefined;
}

const rules: readonly NoteRule[] = [
	{ code: 'same-lines', find: ({ sameLines }) => commits('The same lines were changed again by', sameLines) },
	{ code: 'later-changes', find: findLater },
	{ code: 'migration-no-way-down', find: migrations('has no way down', (facts) => facts.wayDown === false) },
	{ code: 'migration-drops-data', find: migrations('throws data away', (facts) => facts.dropsData) },
	{ code: 'migration', find: findMigration },
	{ code: 'lock-files', find: findLockFiles },
	{ code: 'merge-again', find: findMerge },
];

function findLater({ files, later, sameLines }: UndoFacts): string | undefined {
	const mine = new Set(files.map(({ path }) => path));
	const others = later.filter((commit) => !sameLines.includes(commit) && touches(commit, mine));
	return commits('The same files were changed again by', others);
}

/** Whether a commit changed one of the paths. */
export function touches(commit: NamedCommit, paths: ReadonlySet<string>): boolean {
	return commit.files.some(({ path }) => paths.has(path));
}

function migrations(
	what: string,
	fits: (facts: ReturnType<typeof readMigration>) => boolean,
): NoteRule['find'] {
	return ({ files, migrations }) => {
		const paths = files.map(({ path }) => path);
		const found = [...migrations].filter(([path, text]) => fits(readMigration(path, text, paths)));
		if (found.length === 0) return undefined;
		return `The database is not rolled back, and a migration ${what}: ${listed(
			found.map(([path]) => path),
			2,
		)}`;
	};
}

/** The migrations of which nothing worse is known. */
function findMigration({ files, migrations }: UndoFacts): string | undefined {
	const paths = files.map(({ path }) => path);
	const found = paths.filter((path) => {
		const facts = readMigration(path, migrations.get(path) ?? '', paths);
		const isWorse = migrations.has(path) && (facts.dropsData || facts.wayDown === false);
		return fileKind(path) === 'migration' && !isWorse;
	});
	return found.length === 0 ? undefined : `The database keeps what it changed there: ${listed(found, 2)}`;
}

function findLockFiles({ files }: UndoFacts): string | undefined {
	const found = files.map(({ path }) => path).filter(isLockFile);
	return found.length === 0 ? undefined : `Packages must be installed again: ${listed(found, 2)}`;
}

function findMerge({ isMerge }: UndoFacts): string | undefined {
	// git's howto revert-a-faulty-merge
	return isMerge
		? 'Merging the same branch again will not bring it back: revert the revert instead'
		: undefined;
}

function commits(what: string, found: readonly NamedCommit[]): string | undefined {
	if (found.length === 0) return undefined;
	const names = found.map(({ sha, title }) => `${sha.slice(0, 10)} “${oneLine(title)}”`);
	return `${what} ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
}

/** The first paths, each on one line, and how many more there are. */
function listed(paths: readonly string[], most: number): string {
	const more = paths.length > most ? ` and ${paths.length - most} more` : '';
	return paths.slice(0, most).map(oneLine).join(', ') + more;
}
