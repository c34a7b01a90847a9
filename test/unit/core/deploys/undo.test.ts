import * as assert from 'node:assert/strict';
import { neededObjects, planUndo, type Undo } from '../../../../src/core/deploys/undo';

const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
const commit = (sha: string, parent?: 1 | 2) => ({ kind: 'commit' as const, sha, parent });
const set = (...commits: ReturnType<typeof commit>[]): Undo => ({ kind: 'set', commits });

/** `known` are the names git found, without the id: `^{tree}` for `1111…^{tree}`; what a name stands for is the name. */
function assertPlans(undo: Undo, known: readonly string[], expected: string): void {
	const names = neededObjects(undo).filter((name) => known.includes(name.replace(/^([12])\1+/, '$1')));
	const ids = new Map(names.map((name) => [name, name.replace(/^([12])\1+/, '$1')]));
	const plan = planUndo(undo, { ids, shallow: new Set([two]), emptyTree: 'empty' });
	const words =
		plan.kind === 'steps'
			? plan.steps.map(({ base, theirs }) => `${base} -> ${theirs}`).join(', ')
			: `${plan.kind}: ${plan.why}`;
	assert.equal(words, expected);
}

const plain = ['1^{tree}', '1^1^{tree}', '1^1'];
const merge = [...plain, '1^2', '1^2^{tree}'];

suite('core/deploys/undo', () => {
	test('a commit', () => assertPlans(commit(one), plain, '1^{tree} -> 1^1^{tree}'));
	test('a root, back to nothing', () => assertPlans(commit(one), ['1^{tree}'], '1^{tree} -> empty'));
	test('a merge needs a parent', () =>
		assertPlans(commit(one), merge, 'needs-parent: 1111111111 is a merge: say which parent to go back to.'));
	test('a merge, to either side', () => {
		assertPlans(commit(one, 1), merge, '1^{tree} -> 1^1^{tree}');
		assertPlans(commit(one, 2), merge, '1^{tree} -> 1^2^{tree}');
	});
	test('no such commit', () =>
		assertPlans(commit(one), [], 'unavailable: There is no commit 1111111111 here.'));
	test('no second parent, or none with files here', () =>
		assertPlans(
			commit(one, 2),
			plain,
			'unavailable: 1111111111 has no parent 2, or its files are not on this machine.',
		));
	test('where a shallow clone ends', () =>
		assertPlans(
			commit(two),
			['2^{tree}'],
			'unavailable: What was before 2222222222 is not on this machine: run git fetch --unshallow.',
		));
	test('a range', () => {
		const range = { kind: 'range' as const, after: one, through: two };
		assertPlans(range, ['1^{tree}', '2^{tree}'], '2^{tree} -> 1^{tree}');
		assertPlans(range, ['2^{tree}'], 'unavailable: There is no commit 1111111111 here.');
	});
	test('a set, in order; one that cannot be undone stops it', () => {
		assertPlans(
			set(commit(two), commit(one)),
			[...plain, '2^{tree}', '2^1^{tree}'],
			'2^{tree} -> 2^1^{tree}, 1^{tree} -> 1^1^{tree}',
		);
		assertPlans(set(commit(one), commit(two)), plain, 'unavailable: There is no commit 2222222222 here.');
	});
	test('what is no id never becomes a name', () =>
		assertPlans(commit('--output=x'), [], 'unavailable: “--output=x” is not a full commit id.'));
});
