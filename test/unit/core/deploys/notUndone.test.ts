import assert from 'node:assert/strict';
import { awaitedReverts } from '../../../../src/core/deploys/awaited';
import { deployMarkdown, handOverText } from '../../../../src/core/deploys/deployText';
import type { Deploy } from '../../../../src/core/deploys/model';
import { notUndone } from '../../../../src/core/deploys/notUndone';
import { notRehearsed } from '../../../../src/core/deploys/rehearsal';
import type { Rollback } from '../../../../src/core/incident/model';

const deploy: Deploy = {
	sha: 'a'.repeat(40),
	kind: 'tag',
	title: 'Faster <b>pool</b> [x](command:y)\u202e',
	author: 'Ada',
	committedAt: '2026-11-23T03:04:05+01:00',
	tags: ['v1.4'],
	files: ['db/migrate/1.rb', 'src/pool.ts'],
	insertions: 1,
	deletions: 2,
	rehearsal: notRehearsed,
	reasons: [{ code: 'landed-before', text: 'Landed 4 minutes before the impact began', weight: 10 }],
	score: 10,
};

suite('core/deploys/notUndone', () => {
	const always = /^Data written, messages queued, caches filled and flags switched/;
	const cases: readonly (readonly [string, readonly string[], readonly RegExp[]])[] = [
		['nothing but code', ['src/a.ts'], [always]],
		['no files known', [], [always]],
		[
			'a migration',
			['db/migrate/1.rb'],
			[/^Database migrations that ran stay applied: db\/migrate\/1\.rb$/, always],
		],
		[
			'several kinds, in order',
			['package-lock.json', 'config/a.yml', 'config/b.yml'],
			[/^Configuration .*: config\/a\.yml and 1 more$/, /^Packages .*: package-lock\.json$/, always],
		],
		['a path of several lines', ['config/a\nb'], [/: config\/a b$/, always]],
	];
	for (const [name, files, expected] of cases) {
		test(name, () => {
			const said = notUndone(files);
			assert.equal(said.length, expected.length, said.join('\n'));
			expected.forEach((pattern, index) => assert.match(said[index] ?? '', pattern));
		});
	}

	test('as Markdown, what a title holds draws nothing', () => {
		const text = deployMarkdown(deploy);
		assert.match(text, /^\*\*v1\.4 Faster \\<b\\>pool\\<\/b\\> \\\[x\\\]\(command:y\)\*\*$/m);
		assert.match(text, /^- 2 files, 1 line added, 2 removed$/m);
		assert.match(text, /^- Suspected: Landed 4 minutes before the impact began$/m);
		assert.doesNotMatch(text, /Rollback:|\u202e/);
	});

	test('handed over with what it is for and what stays', () => {
		const text = handOverText(deploy, { id: 'inc-1', title: 'Doors\nclosed' });
		assert.match(text, /^Please roll back for the incident “Doors closed” \(inc-1\):/);
		assert.match(text, /This does not undo:\n\n- Database migrations/);
	});

	test('a planned revert branch is awaited until it is recorded as done', () => {
		const made: Rollback = {
			...{ sha: 'a', title: 'x', at: 0, by: 'Ada' },
			...{ way: 'revert branch', state: 'planned', detail: `revert/x ${'b'.repeat(40)}` },
		};
		const rollbacks: readonly Rollback[] = [
			made,
			{ ...made, state: 'done' },
			{ ...made, way: 'elsewhere' },
			{ ...made, detail: 'revert/x' },
		];
		assert.deepEqual(awaitedReverts({ rollbacks }), [{ rollback: made, commit: 'b'.repeat(40) }]);
	});
});
