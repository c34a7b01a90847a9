import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { findLanded } from '../../../src/core/deploys/landed';
import { openDeployHistory } from '../../../src/node/git/git';
import { hashFolder } from '../../support/hashFolder';
import { isolated, openShop, setVariables } from './shop';

const who = {
	GIT_AUTHOR_NAME: 'Ada',
	GIT_AUTHOR_EMAIL: 'ada@example.com',
	GIT_COMMITTER_NAME: 'Ada',
	GIT_COMMITTER_EMAIL: 'ada@example.com',
};
const env = { ...isolated, ...who };

suite('node/git: after a revert branch', () => {
	const shop = openShop();
	let restore: () => void;
	suiteSetup(() => (restore = setVariables(env)));
	suiteTeardown(() => restore());

	const git = (folder: string, ...args: readonly string[]) =>
		execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim();

	function openClone(): string {
		const scratch = mkdtempSync(join(shop.scratch, 'carrier-'));
		git(scratch, 'clone', '-q', '--branch', 'main', shop.folder, 'clone');
		return join(scratch, 'clone');
	}

	test('it is carried once the deploy branch or a tag holds it', async () => {
		const folder = openClone();
		const history = await openDeployHistory(folder);
		const made = await history.makeRevertBranch({
			undo: { kind: 'commit', sha: shop.id(14) },
			cause: { id: 'inc-1', title: 'x' },
		});
		assert.equal(await history.carrierOf(made.commit), undefined);
		git(folder, 'update-ref', 'refs/remotes/origin/main', made.commit);
		assert.match((await history.carrierOf(made.commit)) ?? '', /^origin\/(?:main|HEAD)$/);
		git(folder, 'tag', 'v9', made.commit);
		assert.equal(await history.carrierOf(made.commit), 'v9');
		assert.equal(await history.carrierOf('a'.repeat(40)), undefined);
	});

	test('it has landed, too, when it was squashed or rebased into another commit that says what it takes back', async () => {
		const folder = openClone();
		const history = await openDeployHistory(folder);
		const sha = shop.id(14);
		const { commit, tree, onto } = await history.makeRevertBranch({
			undo: { kind: 'commit', sha },
			cause: { id: 'inc-1', title: 'x' },
		});
		const plan = {
			sha,
			title: 'x',
			at: 0,
			by: 'Ada',
			way: 'revert branch',
			detail: `revert/x ${commit}`,
		} as const;
		const look = () =>
			findLanded(
				history,
				{ commit, rollback: { ...plan, state: 'planned' } },
				{ limit: 50, onset: Date.parse('2030-01-01'), recorded: new Set([sha]) },
			);
		const land = (message: string) => {
			const landed = git(folder, 'commit-tree', tree, '-p', onto, '-m', message);
			git(folder, 'update-ref', 'refs/remotes/origin/main', landed);
			return landed;
		};
		land('Something else (#9)');
		assert.equal(await look(), undefined);
		const squashed = land(`Take it back (#9)\n\nThis reverts commit ${sha}.`);
		assert.match((await look()) ?? '', /^origin\/(?:main|HEAD)$/);
		git(folder, 'tag', 'v9', squashed);
		assert.equal(await look(), 'v9');
	});

	test('the push that is shown pushes this commit and nothing else', async () => {
		const folder = openClone();
		const bare = join(mkdtempSync(join(shop.scratch, 'bare-')), 'bare.git');
		git(folder, 'clone', '-q', '--bare', shop.folder, bare);
		git(folder, 'remote', 'set-url', 'origin', bare);
		const before = git(bare, 'for-each-ref');
		const history = await openDeployHistory(folder);
		const commit = shop.id(14);
		// A common setting, by which git would send the tag along.
		git(folder, 'config', 'push.followTags', 'true');
		git(folder, 'tag', '-a', '-m', 'not to be seen', 'v9-private', commit);
		const pushes = await history.pushes({ name: 'revert/inc-1-00000000', commit });
		assert.deepEqual(
			pushes.map(({ remote, args }) => [remote, args.at(-1)]),
			[['origin', `${commit}:refs/heads/revert/inc-1-00000000`]],
		);
		assert.equal(git(bare, 'for-each-ref'), before);
		execFileSync(pushes[0]?.program ?? '', pushes[0]?.args ?? [], { cwd: folder, env, stdio: 'pipe' });
		const added = git(bare, 'for-each-ref')
			.split('\n')
			.filter((line) => !before.includes(line));
		assert.deepEqual(added, [`${commit} commit\trefs/heads/revert/inc-1-00000000`]);
	});

	test('without a remote, and with one whose name is an option, there is nothing to push to', async () => {
		const folder = join(mkdtempSync(join(shop.scratch, 'alone-')), 'alone');
		cpSync(openClone(), folder, { recursive: true });
		git(folder, 'config', 'remote.--exec=x.url', 'x');
		git(folder, 'remote', 'remove', 'origin');
		assert.deepEqual(await (await openDeployHistory(folder)).pushes({ name: 'a', commit: shop.id(14) }), []);
	});

	test('what differs from one deploy to another, and to now', async () => {
		const history = await openDeployHistory(shop.folder);
		const paths = async (after: string | undefined) =>
			(await history.changesBetween(shop.id(15), after)).map(({ path }) => path);
		assert.deepEqual(await paths(shop.id(16)), ['large.txt', 'package.json']);
		assert.deepEqual(await paths(undefined), ['app.ts', 'large.txt', 'package.json']);
	});
});

suite('node/git: what conflicts', () => {
	const shop = openShop();

	test('the files with markers, read without changing a byte of the repository', async () => {
		const restore = setVariables(env);
		const folder = join(mkdtempSync(join(shop.scratch, 'conflicts-')), 'clone');
		execFileSync('git', ['clone', '-q', '--branch', 'main', shop.folder, folder], { env });
		const before = hashFolder(folder);
		const history = await openDeployHistory(folder);
		const files = await history.conflicts({ kind: 'commit', sha: shop.id(13), parent: 1 });
		assert.deepEqual(
			files.filter(({ isConflict }) => isConflict).map(({ path }) => path),
			['app.ts'],
		);
		const text = files.find(({ path }) => path === 'app.ts')?.text ?? '';
		assert.match(text, /^one\n<<<<<<< [^]*two\nthree\n[^]*=======\n[^]*>>>>>>> /);
		assert.deepEqual(await history.conflicts({ kind: 'commit', sha: shop.id(17) }), []);
		assert.deepEqual(hashFolder(folder), before);
		restore();
	});
});
