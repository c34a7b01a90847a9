import { readGit, type GitProgram } from './run';

const largest = 1_000_000;

/** The text of a blob; `undefined` when it is larger than 1 MB or holds a NUL, which is git's mark of a binary file. */
export async function readBlobText(git: GitProgram, oid: string): Promise<string | undefined> {
	const size = Number(await readGit(git, ['cat-file', '-s', '--end-of-options', oid]));
	if (size > largest) return undefined;
	const text = await readGit(git, ['cat-file', 'blob', '--end-of-options', oid]);
	return text.includes('\0') ? undefined : text;
}
