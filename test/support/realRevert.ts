import { execFileSync, spawnSync } from 'node:child_process';
import { decodeText } from '../../src/node/git/text';

/** What `git revert` itself makes of a commit, in a clone of the test's own. */
export type Reverted =
	| { readonly kind: 'tree'; readonly tree: string }
	/** Sorted. */
	| { readonly kind: 'conflicts'; readonly paths: readonly string[] };

/** Reverts in the work tree of `clone`, which it then resets to where it was. */
export function realRevert(clone: string, sha: string, parents: number, env: NodeJS.ProcessEnv): Reverted {
	const mainline = parents > 1 ? ['-m', '1'] : [];
	const options = { cwd: clone, env, encoding: 'latin1' as const, stdio: 'pipe' as const };
	const { status } = spawnSync('git', ['revert', '--no-commit', ...mainline, sha], options);
	try {
		if (status === 0) return { kind: 'tree', tree: execFileSync('git', ['write-tree'], options).trim() };
		const unmerged = decodeText(
			execFileSync('git', ['ls-files', '-u', '-z'], { ...options, encoding: 'buffer' }),
		);
		const entries = unmerged.split('\0').slice(0, -1);
		const paths = new Set(entries.map((entry) => entry.slice(entry.indexOf('\t') + 1).replace(label, '')));
		if (paths.size === 0) throw new Error(`git revert ${sha} failed without a conflict`);
		return { kind: 'conflicts', paths: [...paths].sort() };
	} finally {
		spawnSync('git', ['revert', '--quit'], options);
		execFileSync('git', ['reset', '--hard', '-q'], options);
		execFileSync('git', ['clean', '-fdxq'], options);
	}
}

/** Where a file meets a link or a folder, git moves one of them to a name with a label: the path is the same. */
const label = /~(?:HEAD|parent of [0-9a-f]+ \([^]*\))(?:_\d+)?$/;
