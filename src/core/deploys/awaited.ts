import type { IncidentState, Rollback } from '../incident/model';
import { isObjectId } from './objectId';

/** A revert branch that has not been seen in a deploy yet. */
export interface AwaitedRevert {
	readonly rollback: Rollback;
	/** Full id of the commit on the branch. */
	readonly commit: string;
}

/** The planned revert branches of an incident; their detail is `<branch> <commit>`. */
export function awaitedReverts({ rollbacks }: Pick<IncidentState, 'rollbacks'>): readonly AwaitedRevert[] {
	return rollbacks.flatMap((rollback) => {
		const commit = rollback.detail.split(' ').at(-1) ?? '';
		const isAwaited = rollback.state === 'planned' && rollback.way === 'revert branch';
		return isAwaited && isObjectId(commit) ? [{ rollback, commit }] : [];
	});
}
