import * as assert from 'node:assert/strict';
import type { LogEntry } from '../../../../src/core/deploys/log';
import {
	firstDepth,
	isEnough,
	isReleaseTitle,
	logDepth,
	selectDeploys,
} from '../../../../src/core/deploys/select';

function toEntry(title: string, fields: Partial<LogEntry> = {}): LogEntry {
	return {
		sha: '1'.repeat(40),
		parents: ['2'.repeat(40)],
		author: 'Ada',
		committedAt: '2026-11-23T03:04:05Z',
		tags: [],
		cut: false,
		title,
		body: '',
		files: [],
		...fields,
	};
}

const merge = { parents: ['2'.repeat(40), '3'.repeat(40)] };

function assertSelects(log: readonly LogEntry[], limit: number, expected: readonly string[]): void {
	assert.deepEqual(
		selectDeploys(log, limit).map(({ entry, kind }) => `${kind} ${entry.title}`),
		expected,
	);
}

suite('core/deploys/select', () => {
	test('tagged commits, merges and releases are deploys', () =>
		assertSelects(
			[
				toEntry('Fix typo'),
				toEntry('Merge x', merge),
				toEntry('Tidy'),
				toEntry('Cut it', { tags: ['v1'] }),
				toEntry('Release 1.2'),
			],
			9,
			['merge Merge x', 'tag Cut it', 'commit Release 1.2'],
		));
	test('a tagged merge is a tag', () =>
		assertSelects([toEntry('Merge x', { ...merge, tags: ['v1'] })], 9, ['tag Merge x']));
	test('without any of these, every commit is a deploy', () =>
		assertSelects([toEntry('One'), toEntry('Two')], 9, ['commit One', 'commit Two']));
	test('the newest are kept', () =>
		assertSelects([toEntry('One'), toEntry('Two'), toEntry('Three')], 2, ['commit One', 'commit Two']));
	test('none for a limit of 0, and none of nothing', () => {
		assertSelects([toEntry('One')], 0, []);
		assertSelects([], 5, []);
	});

	const patterns: readonly [pattern: string, tags: readonly string[]][] = [
		['v*', ['v1.0', 'v2']],
		['*', ['v1.0', 'v2', 'prod-v2-eu', 'nightly']],
		['v1.0', ['v1.0']],
		['*v*', ['v1.0', 'v2', 'prod-v2-eu']],
		['prod-*-*', ['prod-v2-eu']],
		['*.0', ['v1.0']],
		['v1.0*v1.0', []],
		['', []],
	];
	for (const [pattern, expected] of patterns) {
		test(`tags like ${pattern}`, () => {
			const log = ['v1.0', 'v2', 'prod-v2-eu', 'nightly'].map((tag) => toEntry(tag, { tags: [tag] }));
			const found = selectDeploys([...log, toEntry('Release 1.2')], 9, { tagPattern: pattern });
			assert.deepEqual(
				found.filter(({ kind }) => kind === 'tag').map(({ entry }) => entry.title),
				expected,
			);
		});
	}

	test('a first look is enough when it holds as many as are wanted', () => {
		const log = [toEntry('a', merge), toEntry('b', { tags: ['nightly'] }), toEntry('c')];
		assert.deepEqual(
			[isEnough(log, 2), isEnough(log, 3), isEnough(log, 2, { tagPattern: 'v*' })],
			[true, false, false],
		);
		assert.deepEqual([firstDepth(20), firstDepth(300), firstDepth(9999)], [200, 300, 5000]);
	});

	const releases = [
		'v1.2.3',
		'1.4.0 (#12)',
		'2026.11.2-rc.1',
		'[deploy] checkout',
		'chore(release): 1.2.3',
		'build(deploy)!: new cluster',
		'release: 4.1',
		'Hotfix: checkout times out',
		'Release 1.2',
		'Release version 3',
		'Prepare release 1.2',
		'Publish v3',
		'Version 12',
		'Bump version to 1.3',
		'Deploy to production',
		'Deploy api 4f2a1bc to prod (#71)',
		'Promote staging to production',
		'Deployed 4f2a1bc',
		'Roll out 7',
	];
	for (const title of releases)
		test(`is a release: ${title}`, () => assert.equal(isReleaseTitle(title), true));

	const others = [
		'Fix deploy script',
		'Add deploy docs',
		'Release the lock before waiting',
		'Deploy script: quote arguments',
		'Version the API',
		'Use 2.0 of the client',
		'Ship icons as SVG',
		'Roll out of the loop early',
		'',
	];
	for (const title of others) test(`is none: ${title}`, () => assert.equal(isReleaseTitle(title), false));

	for (const [limit, expected] of [
		[1, 200],
		[50, 1000],
		[500, 5000],
	] as const) {
		test(`looks at ${expected} commits for ${limit} deploys`, () => assert.equal(logDepth(limit), expected));
	}

	const messages: readonly (readonly [string, readonly string[]])[] = [
		['Ship *', ['Ship 7', 'Ship it']],
		['* it', ['Ship it', 'Fix it']],
		['Nothing like it', ['Ship 7', 'Ship it', 'Fix it', 'Release 1.2']],
		['*'.repeat(200), ['Ship 7', 'Ship it', 'Fix it', 'Release 1.2']],
	];
	for (const [messagePattern, expected] of messages) {
		test(`titles that match ${messagePattern.slice(0, 20)} are deploys, in place of the usual ones`, () => {
			const log = ['Ship 7', 'Ship it', 'Fix it', 'Release 1.2'].map((title) => toEntry(title));
			const found = selectDeploys(log, 9, { messagePattern });
			assert.deepEqual(
				found.map(({ entry }) => entry.title),
				expected,
			);
		});
	}

	test('a recorded commit is a deploy among those that show it', () => {
		const log = [toEntry('Ship 7'), { ...toEntry('Fix it'), sha: 'recorded' }, toEntry('Release 1.2')];
		const titles = (recorded?: ReadonlySet<string>) =>
			selectDeploys(log, 9, { recorded }).map(({ entry }) => entry.title);
		assert.deepEqual(titles(), ['Release 1.2']);
		assert.deepEqual(titles(new Set(['recorded'])), ['Fix it', 'Release 1.2']);
	});
});
