import * as assert from 'node:assert/strict';
import { revertBranchName, revertMessage } from '../../../../src/core/deploys/revertMessage';
import type { Undo } from '../../../../src/core/deploys/undo';
import { toEntry } from './entry';

const cause = { id: 'inc-20261123-0314-checkout', title: 'Checkout\u001b[2J fails' };
const one = toEntry('1', 'Add total');
const merge = toEntry('2', 'Merge x', { parents: ['3'.repeat(40), '4'.repeat(40)] });
const commit = (digit: string, parent?: 1 | 2) => ({
	kind: 'commit' as const,
	sha: digit.repeat(40),
	parent,
});
const tail =
	'Incident: Checkout [2J fails (inc-20261123-0314-checkout)\n\nTo bring the change back later, revert this commit.';
const mergeTail = `${tail} Merging the same branch\nagain would not do it: its commits are in the history already.`;

const rows: readonly [undo: Undo, entries: (typeof one)[], expected: string][] = [
	[commit('1'), [one], `Revert "Add total"\n\nThis reverts commit ${'1'.repeat(40)}.\n\n${tail}\n`],
	[
		commit('2', 2),
		[merge],
		`Revert "Merge x"\n\nThis reverts commit ${'2'.repeat(40)}, reversing\nchanges made to ${'4'.repeat(40)}.\n\n${mergeTail}\n`,
	],
	[
		{ kind: 'set', commits: [commit('2', 1), commit('1')] },
		[merge, one],
		`Revert 2 commits\n\nThis reverts commit ${'2'.repeat(40)}, reversing\nchanges made to ${'3'.repeat(40)}.\n\nThis reverts commit ${'1'.repeat(40)}.\n\n${mergeTail}\n`,
	],
	[
		{ kind: 'range', after: '1'.repeat(40), through: '2'.repeat(40) },
		[one, merge],
		`Roll back to 1111111111\n\nTakes back everything after ${'1'.repeat(40)},\nup to and including ${'2'.repeat(40)}.\n\n${tail}\n`,
	],
	[
		commit('1'),
		[toEntry('1', 'Revert "Add\ntotal"')],
		`Reapply "Add total"\n\nThis reverts commit ${'1'.repeat(40)}.\n\n${tail}\n`,
	],
];

suite('core/deploys/revertMessage', () => {
	for (const [undo, entries, expected] of rows) {
		test(expected.split('\n', 1)[0] ?? '', () => assert.equal(revertMessage(cause, undo, entries), expected));
	}

	const names: readonly [id: string, expected: string][] = [
		['inc-20261123-0314-checkout', 'revert/inc-20261123-0314-checkout-11111111'],
		['../../x; rm -rf ~', 'revert/x-rm-rf-11111111'],
		['--upload-pack=x', 'revert/upload-pack-x-11111111'],
		['', 'revert/incident-11111111'],
	];
	for (const [id, expected] of names) {
		test(`the branch of ${id}`, () =>
			assert.equal(revertBranchName({ id, title: '' }, commit('1')), expected));
	}
});
