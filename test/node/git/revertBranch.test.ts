import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Undo } from '../../../src/core/deploys/undo';
import { openDeployHistory } from '../../../src/node/git/git';
import { hashFolder } from '../../support/hashFolder';
import { realRevert } from '../../support/realRevert';
import { isolated, openShop, setVariables, withVariables } from './shop';

const who = {
	GIT_AUTHOR_NAME: 'Ada',
	GIT_AUTHOR_EMAIL: 'ada@example.com',
	GIT_COMMITTER_NAME: 'Ada',
	GIT_COMMITTER_EMAIL: 'ada@example.com',
};
const env = { ...isolated, ...who };
const cause = { id: 'inc-20261123-0314-checkout', title: 'Checkout fails' };

suite('node/git/revertBranch', () => {
	const shop = openShop();
	let restore: () => void;
	suiteSetup(() => (restore = setVariables(env)));
	suiteTeardown(() => restore());

	const commit = (mark: number, parent?: 1 | 2) => ({ kind: 'commit' as const, sha: shop.id(mark), parent });
	const git = (folder: string, ...args: readonly string[]) =>
		execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();

	/** A clone with its files, of which one is changed and not committed. */
	function openClone(): string {
		const scratch = mkdtempSync(join(shop.scratch, 'revert-'));
		const folder = join(scratch, 'clone');
		git(scratch, 'clone', '-q', '--branch', 'main', shop.folder, 'clone');
		writeFileSync(join(folder, 'app.ts'), 'not committed\n');
		return folder;
	}

	async function make(folder: string, undo: Undo) {
		return (await openDeployHistory(folder)).makeRevertBranch({ undo, cause });
	}

	test('the branch holds what git revert would have made', async () => {
		const folder = openClone();
		const truth = join(mkdtempSync(join(shop.scratch, 'truth-')), 'clone');
		cpSync(folder, truth, { recursive: true });
		git(truth, 'reset', '--hard', '-q');
		const made = await make(folder, commit(14));
		assert.deepEqual(realRevert(truth, shop.id(14), 1, env), { kind: 'tree', tree: made.tree });
		assert.equal(made.name, `revert/inc-20261123-0314-checkout-${shop.id(14).slice(0, 8)}`);
		assert.equal(git(folder, 'rev-parse', `refs/heads/${made.name}`), made.commit);
		assert.equal(
			git(folder, 'log', '-1', '--format=%P %T %an', made.commit),
			`${shop.id(17)} ${made.tree} Ada`,
		);
		assert.equal(
			git(folder, 'log', '-1', '--format=%B', made.commit),
			`Revert "Tidy"\n\nThis reverts commit ${shop.id(14)}.\n\n` +
				'Incident: Checkout fails (inc-20261123-0314-checkout)\n\nTo bring the change back later, revert this commit.',
		);
		git(folder, 'fsck', '--strict', '--connectivity-only');
	});

	test('work tree, index and every other ref stay; only new objects, the ref and its log are added', async () => {
		const folder = openClone();
		const before = new Set(hashFolder(folder));
		await make(folder, { kind: 'range', after: shop.id(15), through: shop.id(17) });
		const after = hashFolder(folder);
		const added = after.filter((line) => !before.delete(line));
		assert.deepEqual([...before], []);
		const unexpected = added.filter(
			(line) => !/\/\.git\/(?:objects\/[0-9a-f]{2}|(?:logs\/)?refs\/heads\/revert)(?:\/| )/.test(line),
		);
		assert.deepEqual(unexpected, []);
		assert.equal(git(folder, 'status', '--porcelain'), 'M app.ts');
	});

	const refusals: readonly [name: string, undo: Undo, message: RegExp][] = [
		['conflicts', commit(12), /because later changes conflict in app\.ts\. Take those back as well/],
		['a merge without a parent', commit(13), /is a merge: say which parent to go back to/],
		['what is not there', commit(18), /There is nothing to take back/],
		['what is no id', { kind: 'commit', sha: '--help' }, /“--help” is not a full commit id/],
	];
	for (const [name, undo, message] of refusals) {
		test(`refuses ${name}, and writes nothing`, async () => {
			const folder = openClone();
			const before = hashFolder(folder);
			await assert.rejects(make(folder, undo), { name: 'UserError', message });
			assert.deepEqual(hashFolder(folder), before);
		});
	}

	test('never moves a branch that exists', async () => {
		const folder = openClone();
		const made = await make(folder, commit(17));
		await assert.rejects(make(folder, commit(17)), {
			name: 'UserError',
			message: /^The branch revert\/.+ exists already, at .+ delete it and try again\.$/,
		});
		assert.equal(git(folder, 'rev-parse', made.name), made.commit);
	});

	test('asks for a name instead of inventing one', () =>
		withVariables(
			{ GIT_AUTHOR_NAME: '', GIT_AUTHOR_EMAIL: '', GIT_COMMITTER_NAME: '', GIT_COMMITTER_EMAIL: '' },
			async () => {
				await assert.rejects(make(openClone(), commit(17)), {
					name: 'UserError',
					message: /^Git does not know who commits\. Run: git config/,
				});
			},
		));
});
