import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Deploy } from '../../../src/core/deploys/model';
import { isolated, openShop } from './shop';

suite('runbook-response deploys', () => {
	const shop = openShop();
	const program = join(shop.scratch, 'program', 'cli.js');
	suiteSetup(() => {
		const entryPoints = [join(__dirname, '../../../src/cli/main.ts')];
		buildSync({ entryPoints, outfile: program, bundle: true, platform: 'node', logLevel: 'error' });
	});

	const onset = '2026-11-23T10:30:00+01:00';

	function run(...args: readonly string[]) {
		const argv = [program, 'deploys', '--onset', onset, ...args];
		return spawnSync(process.execPath, argv, { cwd: shop.folder, env: isolated, encoding: 'utf8' });
	}

	function list(...args: readonly string[]): readonly Deploy[] {
		return JSON.parse(run('--json', ...args).stdout) as readonly Deploy[];
	}

	test('every deploy is rehearsed', () => {
		const json = list();
		assert.deepEqual(
			json.map(({ rehearsal }) => `${rehearsal.result} ${rehearsal.conflicts.join()}`),
			['clean ', 'conflicts large.txt', 'conflicts app.ts', 'clean '],
		);
		assert.match(run().stdout, /^ {12}Rolls back cleanly$/m);
	});

	test('none is when that is not wanted', () => {
		const json = list('--no-rehearse', '--limit', '2');
		assert.deepEqual(
			json.map(({ rehearsal }) => rehearsal.result),
			['unavailable', 'unavailable'],
		);
		assert.equal(run('--no-rehearse', '--limit', '2').stdout.split('\n').length, 5);
	});

	test('only some tags are deploys', () => {
		const json = list('--no-rehearse', '--tags', 'release/*');
		assert.deepEqual(
			json.map(({ kind, title }) => `${kind} ${title}`),
			['commit Deploy to production', 'tag Cut it', 'merge Merge pull request #7 from acme/side'],
		);
	});

	test('a stack trace leads to who wrote it', () => {
		const file = join(shop.scratch, 'trace.txt');
		writeFileSync(file, '    at x (/srv/app.ts:2:1)\n    at y (/srv/gone.ts:1:1)\n');
		const merge = list('--trace', file).find(({ sha }) => sha === shop.id(13));
		assert.equal(merge?.reasons[0]?.code, 'wrote-trace-line');
		assert.equal(run('--trace', file).stderr, `app.ts:2 was written by ${shop.id(13).slice(0, 10)}\n`);
	});

	test('a stack trace that is not there is one sentence', () => {
		const { status, stderr } = run('--trace', 'nowhere.txt');
		assert.equal(stderr, 'The stack trace nowhere.txt cannot be read. Is the path right?\n');
		assert.equal(status, 1);
	});
});
