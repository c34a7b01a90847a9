import * as assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Rehearsal } from '../../../src/core/deploys/model';
import type { Undo } from '../../../src/core/deploys/undo';
import { openDeployHistory } from '../../../src/node/git/git';
import { findGit } from '../../../src/node/git/program';
import { tryUndos } from '../../../src/node/git/rehearse';
import { readRepository } from '../../../src/node/git/repository';
import { isolated, openShop, setVariables, withGitScript, writeRepository } from './shop';

suite('node/git/rehearse', () => {
	const shop = openShop();
	let restore: () => void;
	suiteSetup(() => (restore = setVariables(isolated)));
	suiteTeardown(() => restore());
	teardown(() => {
		const left = readdirSync(tmpdir()).filter((name) => name.startsWith('runbook-response-'));
		assert.deepEqual(left, [], 'a throw-away repository is left behind');
	});

	const commit = (mark: number, parent?: 1 | 2) => ({ kind: 'commit' as const, sha: shop.id(mark), parent });

	/** In one word, with its paths or its reason. */
	async function tryOne(undo: Undo, folder = shop.folder, onto = 17): Promise<string> {
		const program = await findGit(process.env['PATH'] ?? '');
		const repository = await readRepository({ program, folder });
		const [tried] = await tryUndos(repository, shop.id(onto), [undo]);
		if (!tried) return 'nothing';
		if ('why' in tried) return `${tried.kind} ${tried.why}`;
		return tried.kind === 'conflicts' ? `conflicts ${tried.paths.join()}` : tried.kind;
	}

	const rows: readonly [name: string, undo: () => Undo, expected: RegExp][] = [
		['the newest commit', () => commit(17), /^clean$/],
		['a commit with a later change next to it', () => commit(12), /^conflicts app\.ts$/],
		['files with odd names', () => commit(11), /^clean$/],
		['a merge, without a parent', () => commit(13), /^needs-parent .* is a merge: say which parent/],
		['a merge, to its first parent', () => commit(13, 1), /^conflicts app\.ts$/],
		['the root', () => commit(10), /^conflicts /],
		['a link that was a file, a new mode', () => commit(14), /^clean$/],
		['a commit of another branch, which was never here', () => commit(18), /^empty$/],
		[
			'no commit',
			() => ({ kind: 'commit', sha: 'c'.repeat(40) }),
			/^unavailable There is no commit cccccccccc here/,
		],
		['a blob', () => commit(1), /^unavailable There is no commit/],
		['a range', () => ({ kind: 'range', after: shop.id(15), through: shop.id(17) }), /^clean$/],
		['an empty range', () => ({ kind: 'range', after: shop.id(17), through: shop.id(17) }), /^empty$/],
		['a set, newest first', () => ({ kind: 'set', commits: [commit(17), commit(13, 1)] }), /^clean$/],
		[
			'the same set, oldest first',
			() => ({ kind: 'set', commits: [commit(13, 1), commit(17)] }),
			/^conflicts app\.ts$/,
		],
		['a set that is done twice', () => ({ kind: 'set', commits: [commit(17), commit(17)] }), /^clean$/],
	];
	for (const [name, undo, expected] of rows) {
		test(`tries ${name}`, async () => assert.match(await tryOne(undo()), expected));
	}

	test('what was reverted already is empty', async () => {
		assert.equal(await tryOne(commit(17), shop.folder, 16), 'empty');
	});

	test('where a shallow clone ends', async () => {
		const folder = writeRepository(
			shop,
			'shallow-rehearsal',
			{ 'refs/heads/main': shop.id(17) },
			{ shallow: shop.id(16) },
		);
		assert.match(
			await tryOne(commit(16), folder),
			/^unavailable What was before .+ run git fetch --unshallow\.$/,
		);
		assert.equal(await tryOne(commit(17), folder), 'clean');
	});

	test('a content that is missing spoils its own rehearsal only', async () => {
		const folder = writeRepository(shop, 'partial-rehearsal', { 'refs/heads/main': shop.id(17) });
		const objects = join(folder, '.git/objects');
		cpSync(join(shop.folder, '.git/objects'), objects, { recursive: true });
		rmSync(join(objects, 'info'), { recursive: true });
		const app = shop.id(1);
		rmSync(join(objects, app.slice(0, 2), app.slice(2)));
		assert.match(
			await tryOne(commit(13, 1), folder),
			/^unavailable Git could not read the history of .+partial-rehearsal: /,
		);
		const history = await openDeployHistory(folder);
		const results = await collect(history.rehearse([shop.id(13), shop.id(17)]));
		assert.equal(results.get(shop.id(13))?.result, 'unavailable');
		assert.equal(results.get(shop.id(17))?.result, 'clean');
	});

	async function collect(parts: AsyncIterable<ReadonlyMap<string, Rehearsal>>) {
		const all: [string, Rehearsal][] = [];
		for await (const part of parts) all.push(...part);
		return new Map(all);
	}

	test('deploys: the result, and what else must be known', async () => {
		const history = await openDeployHistory(shop.folder);
		const results = await collect(history.rehearse([13, 14, 15, 16, 17].map((mark) => shop.id(mark))));
		assert.deepEqual(results.get(shop.id(13)), {
			result: 'conflicts',
			conflicts: ['app.ts'],
			notes: [
				{
					code: 'same-lines',
					text: `The same lines were changed again by ${shop.id(17).slice(0, 10)} “Fix a typo”`,
				},
				{
					code: 'merge-again',
					text: 'Merging the same branch again will not bring it back: revert the revert instead',
				},
			],
		});
		assert.deepEqual(results.get(shop.id(15)), {
			result: 'conflicts',
			conflicts: ['large.txt'],
			notes: [
				{
					code: 'same-lines',
					text: `The same lines were changed again by ${shop.id(16).slice(0, 10)} “Deploy to production”`,
				},
				{
					code: 'migration-no-way-down',
					text: 'The database is not rolled back, and a migration has no way down: db/migrate/1.rb',
				},
			],
		});
		assert.deepEqual(results.get(shop.id(17)), { result: 'clean', conflicts: [], notes: [] });
	});

	test('an older git says so', () =>
		withGitScript(
			shop,
			'[ "$#" = 1 ]; case "$*" in *" version") echo git version 2.37.9;; *) exec "$GIT" "$@";; esac',
			async () => {
				const history = await openDeployHistory(shop.folder);
				const results = await collect(history.rehearse([shop.id(17)]));
				assert.equal(results.get(shop.id(17))?.why, 'Rehearsals need git 2.38 or newer; this is 2.37.');
			},
		));

	test('no names but full ids are taken', async () => {
		const history = await openDeployHistory(shop.folder);
		assert.throws(() => history.rehearse(['main']), {
			name: 'UserError',
			message: /is not a full object id/,
		});
	});

	test('aborting ends git and leaves nothing behind', () => {
		const pid = join(shop.scratch, 'merge-pid');
		const slow = `case "$*" in *merge-tree*) echo $$ >'${pid}.new'; mv '${pid}.new' '${pid}'; exec sleep 60;; esac`;
		return withGitScript(shop, `${slow}\nexec "$GIT" "$@"`, async () => {
			const history = await openDeployHistory(shop.folder);
			const controller = new AbortController();
			const rehearsing = collect(history.rehearse([shop.id(17)], controller.signal));
			while (!existsSync(pid)) await setImmediate();
			controller.abort();
			await assert.rejects(rehearsing, { name: 'AbortError' });
			assert.throws(() => process.kill(Number(readFileSync(pid, 'utf8')), 0), { code: 'ESRCH' });
		});
	});

	test('twenty rehearsals take one merge process', () => {
		const counter = join(shop.scratch, 'merges');
		return withGitScript(
			shop,
			`case "$*" in *merge-tree*) echo >>'${counter}';; esac; exec "$GIT" "$@"`,
			async () => {
				const history = await openDeployHistory(shop.folder);
				writeFileSync(counter, '');
				await collect(history.rehearse([10, 11, 12, 13, 14, 15, 16, 17].map((mark) => shop.id(mark))));
				assert.equal(readFileSync(counter, 'utf8'), '\n');
			},
		);
	});
});
