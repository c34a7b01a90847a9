import { oneLine } from '../printable';
import type { LogEntry } from './log';
import type { Undo } from './undo';
import { undoneIds } from './undo';

/** For which incident something is taken back. */
export interface RevertCause {
	/** Such as `inc-20261123-0314-checkout-errors`. */
	readonly id: string;
	readonly title: string;
}

/** `revert/<incident>-<first 8 digits of the commit>`: a name that git and every shell take as it is. */
export function revertBranchName({ id }: RevertCause, undo: Undo): string {
	const words = id
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	const [sha = ''] = undo.kind === 'range' ? [undo.through] : undoneIds(undo);
	return `revert/${words.slice(0, 60) || 'incident'}-${sha.slice(0, 8)}`;
}

/**
 * The message of the commit on that branch, in git's own form, so that everybody's tools see a revert in it. `entries`
 * are the commits the undo names, in its order.
 */
export function revertMessage(cause: RevertCause, undo: Undo, entries: readonly LogEntry[]): string {
	const merges = entries.filter(({ parents }) => parents.length > 1);
	const note = undo.kind !== 'range' && merges.length > 0 ? [mergeNote] : [bringBackNote];
	return (
		[
			subject(undo, entries),
			...bodyOf(undo, entries),
			`Incident: ${oneLine(cause.title)} (${oneLine(cause.id)})`,
			...note,
		].join('\n\n') + '\n'
	);
}

function subject(undo: Undo, entries: readonly LogEntry[]): string {
	const [first] = entries;
	const title = oneLine(first?.title ?? '');
	if (undo.kind === 'range') return `Roll back to ${undo.after.slice(0, 10)}`;
	if (entries.length > 1) return `Revert ${entries.length} commits`;
	// a revert of a revert brings back; git since 2.43 says it so
	const again = /^Revert "(.*)"$/.exec(title)?.[1];
	return again === undefined ? `Revert "${title}"` : `Reapply "${again}"`;
}

function bodyOf(undo: Undo, entries: readonly LogEntry[]): readonly string[] {
	if (undo.kind === 'range') {
		return [`Takes back everything after ${undo.after},\nup to and including ${undo.through}.`];
	}
	const parents = undo.kind === 'commit' ? [undo.parent] : undo.commits.map(({ parent }) => parent);
	return entries.map((entry, index) => {
		const parent = entry.parents.length > 1 ? entry.parents[(parents[index] ?? 1) - 1] : undefined;
		if (parent === undefined) return `This reverts commit ${entry.sha}.`;
		return `This reverts commit ${entry.sha}, reversing\nchanges made to ${parent}.`;
	});
}

const bringBackNote = 'To bring the change back later, revert this commit.';

// git's howto "revert-a-faulty-merge"
const mergeNote =
	'To bring the change back later, revert this commit. Merging the same branch\n' +
	'again would not do it: its commits are in the history already.';
