import type { AwaitedRevert } from './awaited';
import type { DeployHistory, DeployQuery } from './model';

/**
 * The tag, else the deploy branch, that holds an awaited revert: its commit, or, where that was squashed or rebased into
 * another one, the commit whose message says that it takes the same deploy back. `undefined` while there is none.
 */
export async function findLanded(
	history: Pick<DeployHistory, 'carrierOf' | 'deploys'>,
	{ commit, rollback }: AwaitedRevert,
	query: Omit<DeployQuery, 'detailed'>,
): Promise<string | undefined> {
	const carrier = await history.carrierOf(commit);
	if (carrier !== undefined) return carrier;
	const deploys = await history.deploys({ ...query, detailed: 0 });
	const revertedBy = deploys.find(({ sha }) => sha === rollback.sha)?.revertedBy;
	return revertedBy === undefined ? undefined : history.carrierOf(revertedBy);
}
