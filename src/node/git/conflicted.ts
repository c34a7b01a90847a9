import { betweenArguments, parseChanges } from '../../core/deploys/changes';
import { toMarkedText, type MarkedFile } from '../../core/deploys/marked';
import type { CommitUndo } from '../../core/deploys/undo';
import { UserError } from '../../core/userError';
import { readContents } from './contents';
import { readRepository } from './repository';
import { canRehearse, tryInShadow } from './rehearse';
import type { DeploySource } from './rehearseDeploys';
import { readGit } from './run';
import { withShadow } from './shadow';

/** See `DeployHistory.conflicts`. The merge is made beside the repository, and its files are read before it is gone. */
export async function readConflicts(
	{ git, version, branch }: DeploySource,
	undo: CommitUndo,
	signal?: AbortSignal,
): Promise<readonly MarkedFile[]> {
	if (!canRehearse(version)) throw new UserError('Rehearsals need git 2.38 or newer. Update git.');
	const tip = (await readGit(git, ['rev-parse', '--verify', `${branch}^{commit}`], { signal })).trim();
	return withShadow(await readRepository(git, signal), async (shadow) => {
		const [tried] = await tryInShadow(shadow, tip, [undo], signal);
		if (tried?.kind !== 'conflicts' || tried.tree === undefined) return [];
		const files = parseChanges(await readGit(shadow.git, betweenArguments(tip, tried.tree), { signal }));
		const ids = files.flatMap(({ after }) => after ?? []);
		const contents = await readContents(shadow.git, ids, signal);
		const inConflict = new Set(tried.paths);
		return files.map(({ path, before, after }) => ({
			path,
			before,
			isConflict: inConflict.has(path),
			text: after === undefined ? '' : toMarkedText(contents.get(after)),
		}));
	});
}
