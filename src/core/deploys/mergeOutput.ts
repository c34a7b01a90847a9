import { isObjectId } from './objectId';

/** One merge as git made it: the tree it gives, and the paths in conflict, none when it is clean. */
export interface MergedTree {
	readonly clean: boolean;
	/** Full object id; of a conflicted merge, a tree whose files hold conflict markers. */
	readonly tree: string;
	readonly conflicts: readonly string[];
}

/** Pairs of full commit ids go to standard input, one pair a line: `ours SP theirs LF`. */
export const mergeArguments: readonly string[] = [
	'merge-tree',
	'--write-tree',
	'--stdin',
	'--name-only',
	'--no-messages',
];

/**
 * Total: reads `git merge-tree --stdin`, which writes `1|0 NUL tree NUL {path NUL} NUL` for each pair, and stops at
 * the first thing that is not a whole answer.
 */
export function parseMerges(output: string): readonly MergedTree[] {
	const tokens = output.split('\0').slice(0, -1); // what no NUL ends is not whole
	const merges: MergedTree[] = [];
	for (let at = 0; at + 2 < tokens.length;) {
		const [status, tree = ''] = tokens.slice(at, at + 2);
		const end = tokens.indexOf('', at + 2);
		if ((status !== '0' && status !== '1') || !isObjectId(tree) || end < 0) return merges;
		merges.push({ clean: status === '1', tree, conflicts: tokens.slice(at + 2, end) });
		at = end + 1;
	}
	return merges;
}
