import * as assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Deploy, DeployHistory } from '../../../src/core/deploys/model';
import { notRehearsed } from '../../../src/core/deploys/rehearsal';
import { openDeployHistory } from '../../../src/node/git/git';
import { findGit } from '../../../src/node/git/program';
import {
	isolated,
	oddNames,
	openShop,
	setVariables,
	withGitScript,
	withVariables,
	writeRepository,
} from './shop';

const onset = Date.parse('2026-11-23T10:10:00+01:00');
const query = { limit: 50, onset };

const toLine = (deploy: Deploy) => `${deploy.kind} ${deploy.title}`;
const all = [
	'commit Deploy to production',
	'tag Cut it',
	'merge Merge pull request #7 from acme/side',
	'tag Odd names',
];
const untagged = all.filter((line) => !line.startsWith('tag'));

suite('node/git', () => {
	const shop = openShop();
	// Variables that point git elsewhere are not followed, in any of the tests.
	const misleading = {
		GIT_DIR: '/nowhere',
		GIT_WORK_TREE: '/nowhere',
		GIT_EXTERNAL_DIFF: 'false',
		PAGER: 'false',
	};
	let restore: () => void;
	let history: DeployHistory;
	suiteSetup(async () => {
		restore = setVariables({ ...isolated, ...misleading });
		history = await openDeployHistory(shop.folder);
	});
	suiteTeardown(() => restore());

	async function assertDeploys(folder: string, expected: readonly string[]): Promise<void> {
		const history = await openDeployHistory(folder);
		assert.deepEqual((await history.deploys(query)).map(toLine), expected);
	}

	async function assertRefuses(folder: string, message: RegExp): Promise<void> {
		await assert.rejects(openDeployHistory(folder), { name: 'UserError', message });
	}

	suite('deploys', () => {
		let deploys: readonly Deploy[];
		suiteSetup(async () => {
			deploys = await history.deploys(query);
		});

		test('are the tags, merges and releases of the main branch, newest first', () => {
			assert.deepEqual(deploys.map(toLine), all);
		});

		test('come with everything that is known about them', () => {
			const [, deploy] = deploys;
			assert.deepEqual(deploy && { ...deploy, tags: [...deploy.tags].sort() }, {
				sha: shop.id(15),
				kind: 'tag',
				title: 'Cut it',
				author: 'Ada Löv',
				committedAt: '2026-11-23T10:05:00+01:00',
				tags: ['release/1.0', 'v1.0'],
				files: ['db/migrate/1.rb', 'large.txt'],
				insertions: 4,
				deletions: 0,
				rehearsal: notRehearsed,
				reasons: [
					{ code: 'landed-before', text: 'Landed 5 minutes before the impact began', weight: 10 },
					{ code: 'touches-migrations', text: 'Changes the database schema: db/migrate/1.rb', weight: 3 },
				],
				standing: 'previous',
				score: 13,
			});
		});

		test('show a merge against its first parent, binary files as 0 lines', () => {
			const { files, insertions, deletions } = deploys[2] ?? {};
			assert.deepEqual([files, insertions, deletions], [['app.ts', 'logo.png'], 1, 0]);
		});

		test('keep every file name as it is', () =>
			assert.deepEqual([...(deploys[3]?.files ?? [])].sort(), oddNames));

		test('stop at the limit', async () => {
			assert.deepEqual((await history.deploys({ limit: 1, onset })).map(toLine), all.slice(0, 1));
			assert.deepEqual(await history.deploys({ limit: 0, onset }), []);
		});
	});

	suite('changes and contents', () => {
		const rows = [
			[10, ['added app.ts 0 1', 'added link 0 1', 'added old.ts 0 1']],
			[13, ['modified app.ts 1 .', 'added logo.png 0 2']],
			[14, ['type-changed link 1 1', 'deleted old.ts 1 0', 'added run.sh 0 1']],
			[16, ['modified large.txt 3 4', 'added package.json 0 .']],
		] as const;
		for (const [mark, expected] of rows) {
			test(`of commit ${mark}: ${expected.join(', ')}`, async () => {
				const toMark = (id: string | undefined) =>
					id === undefined ? '0' : ([1, 2, 3, 4].find((blob) => shop.id(blob) === id)?.toString() ?? '.');
				assert.deepEqual(
					(await history.changes(shop.id(mark))).map(
						(file) => `${file.status} ${file.path} ${toMark(file.before)} ${toMark(file.after)}`,
					),
					expected,
				);
			});
		}

		const blobs = [
			[1, 'one\n'],
			[2, undefined],
			[3, 'x'.repeat(1_000_000)],
			[4, undefined],
		] as const;
		for (const [mark, expected] of blobs) {
			test(`of blob ${mark}: ${expected?.length ?? 'no'} characters`, async () =>
				assert.equal(await history.blobText(shop.id(mark)), expected));
		}

		for (const id of ['', 'HEAD', '--output=x', 'abc1234', `${'a'.repeat(40)}\n`, 'A'.repeat(40)]) {
			test(`refuse ${JSON.stringify(id)}`, async () => {
				const refusal = { name: 'UserError', message: /is not a full object id/ };
				await assert.rejects(history.changes(id), refusal);
				await assert.rejects(history.blobText(id), refusal);
			});
		}

		test('say that there is no such object', async () => {
			const refusal = { name: 'UserError', message: /^Git could not read the history of .+: \S/ };
			await assert.rejects(history.changes('a'.repeat(40)), refusal);
			await assert.rejects(history.blobText('a'.repeat(40)), refusal);
			await assert.rejects(history.blobText(shop.id(10)), refusal);
		});
	});

	suite('folders', () => {
		test('a folder inside the work tree, with a detached HEAD and a file called HEAD', async () => {
			const folder = writeRepository(shop, 'detached', { HEAD: shop.id(15) });
			mkdirSync(join(folder, 'db'));
			writeFileSync(join(folder, 'db/HEAD'), '');
			await assertDeploys(join(folder, 'db'), untagged.slice(1));
		});

		test('a linked work tree', async () => {
			const linked = join(shop.scratch, 'linked');
			const folder = writeRepository(
				shop,
				'trees',
				{ 'refs/heads/main': shop.id(17), 'refs/heads/topic': shop.id(10) },
				{
					'worktrees/linked/HEAD': 'ref: refs/heads/topic',
					'worktrees/linked/commondir': '../..',
					'worktrees/linked/gitdir': join(linked, '.git'),
				},
			);
			mkdirSync(linked);
			writeFileSync(join(linked, '.git'), `gitdir: ${join(folder, '.git/worktrees/linked')}\n`);
			await assertDeploys(linked, untagged);
		});

		test('a repository of plain commits: each is a deploy', async () => {
			await assertDeploys(writeRepository(shop, 'plain', { 'refs/heads/main': shop.id(12) }), [
				'commit Side work',
				'commit Start',
			]);
		});

		test('a shallow clone: the last commit does not pretend to have added every file', async () => {
			const folder = writeRepository(
				shop,
				'shallow',
				{ 'refs/heads/main': shop.id(17) },
				{ shallow: shop.id(16) },
			);
			const deploys = await (await openDeployHistory(folder)).deploys(query);
			assert.deepEqual(
				deploys.map(({ title, files }) => [title, files]),
				[['Deploy to production', []]],
			);
		});

		test('a partial clone: names without line counts', async () => {
			const folder = writeRepository(shop, 'partial', { 'refs/heads/main': shop.id(17) });
			const objects = join(folder, '.git/objects');
			cpSync(join(shop.folder, '.git/objects'), objects, { recursive: true });
			rmSync(join(objects, 'info'), { recursive: true });
			const large = shop.id(4);
			rmSync(join(objects, large.slice(0, 2), large.slice(2)));
			const [deploy] = await (await openDeployHistory(folder)).deploys(query);
			assert.deepEqual([deploy?.files, deploy?.insertions], [['large.txt', 'package.json'], 0]);
		});
	});

	suite('refusals say what to do', () => {
		test('no folder', () =>
			assertRefuses(join(shop.scratch, 'nowhere'), /^There is no folder .+nowhere, so/));
		test('a file', () => assertRefuses(join(shop.folder, '.git/HEAD'), /^There is no folder/));
		test('no repository', () =>
			assertRefuses(shop.scratch, /is not inside a git repository, so there are no/));
		test('no commits', () =>
			assertRefuses(writeRepository(shop, 'empty', {}), /empty has no commits yet, so there are no deploys/));
		test('no git', () =>
			withVariables({ PATH: shop.scratch }, () =>
				assertRefuses(shop.folder, /^Deploys need git, .+Install git, or/),
			));
		test('no git, but one where a relative entry of the PATH leads', async () => {
			const folder = dirname(await findGit(isolated.PATH));
			const PATH = `.${delimiter}${relative(process.cwd(), folder)}`;
			await withVariables({ PATH }, () => assertRefuses(shop.folder, /no git program was found/));
		});
		test('a git that is too old', () =>
			withGitScript(shop, 'echo git version 2.30.9', () =>
				assertRefuses(
					shop.folder,
					/need git 2\.31 or newer, and .+git is "git version 2\.30\.9"\. Update git\.$/,
				),
			));
		test('a repository of someone else', () =>
			withGitScript(shop, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$GIT" "$@"', () =>
				assertRefuses(
					shop.folder,
					/another user owns it\. If you trust it, run: git config --global --add safe\.directory .+shop$/,
				),
			));
		test('a git that fails without a word', () =>
			withGitScript(shop, '[ "$GIT_PAGER" = cat ] && exit 3', () =>
				assertRefuses(shop.folder, /^Git could not read .+: no reason given$/),
			));
	});

	test('the user may allow a folder through the environment', () => {
		const allowed = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
		return withGitScript(shop, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$GIT" "$@"', () =>
			withVariables(allowed, async () => {
				await openDeployHistory(shop.folder);
			}),
		);
	});

	test('listing takes two processes', () => {
		const counter = join(shop.scratch, 'count');
		return withGitScript(shop, `echo >>'${counter}'; exec "$GIT" "$@"`, async () => {
			const history = await openDeployHistory(shop.folder);
			writeFileSync(counter, '');
			assert.equal((await history.deploys(query)).length, all.length);
			assert.equal(readFileSync(counter, 'utf8'), '\n\n');
		});
	});

	suite('aborting', () => {
		test('before the start runs nothing', async () => {
			await assert.rejects(history.deploys({ ...query, signal: AbortSignal.abort() }), {
				name: 'AbortError',
			});
		});

		test('in the middle ends the process', () => {
			const pid = join(shop.scratch, 'pid');
			const slow = `case "$*" in *--first-parent*) echo $$ >'${pid}.new'; mv '${pid}.new' '${pid}'; exec sleep 60;; esac`;
			return withGitScript(shop, `${slow}\nexec "$GIT" "$@"`, async () => {
				const history = await openDeployHistory(shop.folder);
				const controller = new AbortController();
				const listing = history.deploys({ ...query, signal: controller.signal });
				while (!existsSync(pid)) await setImmediate();
				controller.abort();
				await assert.rejects(listing, { name: 'AbortError' });
				assert.throws(() => process.kill(Number(readFileSync(pid, 'utf8')), 0), { code: 'ESRCH' });
			});
		});
	});
});
