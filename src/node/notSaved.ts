import { UserError } from '../core/userError';

/** What a failed call means to a person, and what to do; by the code of errno(3). */
const meanings: Readonly<Record<string, readonly [because: string, advice: string]>> = {
	ENOSPC: ['the disk is full', 'free some space, then do it again'],
	EDQUOT: ['your share of the disk is used up', 'free some space, then do it again'],
	EROFS: ['the disk is read-only', 'make it writable, then do it again'],
	EACCES: ['you may not write there', 'get the permission, then do it again'],
	EPERM: ['you may not write there', 'get the permission, then do it again'],
	EIO: ['the disk reports an error', 'keep a copy elsewhere, then do it again'],
	EMFILE: ['this program has too many files open', 'do it again in a moment'],
	ENFILE: ['the machine has too many files open', 'do it again in a moment'],
	ENOTDIR: ['there is a file where its folder should be', 'move that file away, then do it again'],
	EEXIST: ['there is a file where its folder should be', 'move that file away, then do it again'],
	EISDIR: ['there is a folder of that name', 'move that folder away, then do it again'],
};

/** The one sentence a person gets when an event was not recorded. */
export function notSaved(file: string, error: unknown): UserError {
	const [because, advice] = meaningOf(error);
	return new UserError(
		`NOT SAVED: the incident record ${file} could not be written, because ${because}; ${advice}.`,
	);
}

function meaningOf(error: unknown): readonly [because: string, advice: string] {
	const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
	const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
	const known = code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
	return known ?? [cause instanceof Error ? cause.message : String(cause), 'do it again'];
}
