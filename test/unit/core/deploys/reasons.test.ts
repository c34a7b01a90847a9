import * as assert from 'node:assert/strict';
import { findReasons, sumWeights, type DeployFacts } from '../../../../src/core/deploys/reasons';
import { toEntry } from './entry';

const onset = Date.parse('2026-11-23T12:00:00Z');
const longAgo = '2026-01-01T00:00:00Z';

function toFacts(fields: Partial<DeployFacts>): DeployFacts {
	return {
		title: 'Title',
		body: '',
		committedAt: longAgo,
		files: [],
		insertions: 0,
		deletions: 0,
		...fields,
	};
}

const other = toEntry('9', 'Other');

const rows: readonly [facts: Partial<DeployFacts>, expected: readonly string[]][] = [
	[
		{ committedAt: '2026-11-23T12:00:00Z' },
		['10 landed-before: Landed less than a minute before the impact began'],
	],
	[
		{ committedAt: '2026-11-23T12:58:59+01:00' },
		['10 landed-before: Landed 1 minute before the impact began'],
	],
	[{ committedAt: '2026-11-23T11:45:00Z' }, ['10 landed-before: Landed 15 minutes before the impact began']],
	[{ committedAt: '2026-11-23T11:44:59Z' }, ['8 landed-before: Landed 15 minutes before the impact began']],
	[{ committedAt: '2026-11-23T10:01:00Z' }, ['6 landed-before: Landed 119 minutes before the impact began']],
	[{ committedAt: '2026-11-23T07:00:00Z' }, ['4 landed-before: Landed 5 hours before the impact began']],
	[
		{ committedAt: '2026-11-21T12:00:00Z' },
		['2 landed-before: Landed 2 days before the impact began', '1 off-hours: Landed on a weekend'],
	],
	[{ committedAt: '2026-11-17T12:00:00Z' }, ['1 landed-before: Landed 6 days before the impact began']],
	[{ committedAt: '2026-11-16T11:59:59Z' }, []],
	[
		{ committedAt: '2026-11-17T12:00:00Z', files: ['go.mod'] },
		[
			'2 touches-dependencies: Changes dependencies: go.mod',
			'1 landed-before: Landed 6 days before the impact began',
		],
	],
	[{ committedAt: '2026-11-23T12:05:00Z' }, ['-10 landed-after: Landed 5 minutes after the impact began']],
	[
		{ committedAt: '2026-11-23T13:00:00Z', files: ['package.json'], insertions: 9000, title: 'Revert "x"' },
		['-10 landed-after: Landed 60 minutes after the impact began'],
	],
	[{ committedAt: 'not a date' }, []],
	[{ files: ['db/migrate/1.rb'] }, ['3 touches-migrations: Changes the database schema: db/migrate/1.rb']],
	[
		{ files: ['src/a.ts', 'go.mod', 'go.sum'] },
		['2 touches-dependencies: Changes dependencies: go.mod and 1 more'],
	],
	[{ files: ['config/a.yml'] }, ['2 touches-configuration: Changes configuration: config/a.yml']],
	[{ files: ['Dockerfile'] }, ['2 touches-infrastructure: Changes infrastructure or CI: Dockerfile']],
	[
		{ files: ['k8s/a\n\u001b[2J\u202eb'] },
		['2 touches-infrastructure: Changes infrastructure or CI: k8s/a��[2J�b'],
	],
	[{ insertions: 400, deletions: 99 }, []],
	[{ insertions: 400, deletions: 100, files: ['a'] }, ['1 large-change: Large change: 500 lines in 1 file']],
	[{ insertions: 2000, files: ['a', 'b'] }, ['2 large-change: Large change: 2000 lines in 2 files']],
	[{ title: 'Revert "Add total"' }, ['1 is-revert: Is itself a revert']],
	[{ title: 'Rollback checkout' }, ['1 is-revert: Is itself a revert']],
	[{ body: 'Why.\n\nThis reverts commit 4f2a1bc0.' }, ['1 is-revert: Is itself a revert']],
	[
		{ committedAt: '2026-11-20T20:00:00+09:00' },
		[
			'1 landed-before: Landed 3 days before the impact began',
			'1 off-hours: Landed at 20:00 on its committer’s clock',
		],
	],
	[{ committedAt: '2026-11-20T19:59:59+09:00' }, ['1 landed-before: Landed 3 days before the impact began']],
	[
		{ revertedBy: { ...other, committedAt: '2026-11-23T12:00:00Z' } },
		['-10 reverted: Was reverted before the impact by 9999999999 “Other”'],
	],
	[
		{ revertedBy: { ...other, committedAt: '2026-11-23T12:00:01Z' } },
		['0 reverted: Has been reverted since by 9999999999 “Other”'],
	],
	[{ bringsBack: other }, ['3 brings-back: Brings back 9999999999 “Other”, which had been reverted']],
	[
		{ files: ['src/checkout.ts'], clues: { paths: [], words: ['checkout'] } },
		['3 named: Touches src/checkout.ts, and the incident names “checkout”'],
	],
	[
		{ files: ['src/a.ts'], clues: { paths: ['src/a.ts'], words: [] } },
		['5 named: Touches src/a.ts, and the incident names “src/a.ts”'],
	],
	[
		{ traced: { wrote: ['a.ts:1', 'b.ts:2'], changed: ['a.ts'] } },
		[
			'12 wrote-trace-line: Wrote a.ts:1 and 1 more of the stack trace',
			'6 changed-trace-file: Changes a.ts, which is in the stack trace',
		],
	],
	[{ title: 'Reverted index is faster', body: 'If this reverts commit order' }, []],
	[
		{
			committedAt: '2026-11-22T12:00:00Z',
			files: ['a.sql', 'package.json', 'migrations/1.sql'],
			insertions: 700,
		},
		[
			'4 landed-before: Landed 24 hours before the impact began',
			'3 touches-migrations: Changes the database schema: migrations/1.sql',
			'2 touches-dependencies: Changes dependencies: package.json',
			'1 large-change: Large change: 700 lines in 3 files',
			'1 off-hours: Landed on a weekend',
		],
	],
];

suite('core/deploys/reasons', () => {
	for (const [fields, expected] of rows) {
		test(`${JSON.stringify(fields)} gives ${expected.length}`, () => {
			const reasons = findReasons(toFacts(fields), onset);
			assert.deepEqual(
				reasons.map(({ code, text, weight }) => `${weight} ${code}: ${text}`),
				expected,
			);
		});
	}

	test('the score is the sum of the weights', () => {
		const toReason = (weight: number) => ({ code: 'x', text: 'x', weight });
		assert.equal(sumWeights([toReason(4), toReason(-1), toReason(2)]), 5);
		assert.equal(sumWeights([]), 0);
	});
});
