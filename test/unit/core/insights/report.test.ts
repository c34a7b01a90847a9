import * as assert from 'node:assert/strict';
import { buildReport, proposeRunbook } from '../../../../src/app/insights';
import { reportMarkdown } from '../../../../src/core/insights/markdown';
import { medianOf } from '../../../../src/core/insights/median';
import { incidentsCsv } from '../../../../src/core/insights/reportCsv';
import type { IncidentRecord } from '../../../../src/core/insights/report';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { declaredStory, type Story } from '../../../support/events';
import { itemsToMint } from '../../../support/mintedItems';

const text = [
	'# Runbook',
	'',
	'## Triage',
	'',
	'### First (IC)',
	'',
	'- [ ] Declare it',
	'- [ ] Page the database on-call',
	'',
	'## Communication',
	'',
	'- SEV-2: update internal channel every 30 minutes',
	'',
].join('\n');
const loaded = { path: 'RUNBOOK.md', sha256: 'x', text, runbook: parseRunbook(text) };
const items = itemsToMint(text);
const [declare, page] = items;
const at = Date.UTC(2026, 10, 23, 3);
const t = (minutes: number): number => at + minutes * 60_000;

function story(change: Parameters<typeof declaredStory>[0] = {}): Story {
	return declaredStory({ declaredAt: at, runbook: { path: 'RUNBOOK.md', sha256: 'x', items }, ...change });
}

/** Resolved `minutes` after an impact that began with the declaration; the second item skipped for a reason. */
function told(
	minutes: number,
	why: string | undefined,
	change: Parameters<typeof declaredStory>[0] = {},
): IncidentRecord {
	const one = story({ impactStartedAt: at, ...change });
	one.add('itemDone', { item: declare?.id ?? '', text: '' }, { at: t(minutes / 10) });
	if (why !== undefined) one.add('itemSkipped', { item: page?.id ?? '', text: '', why }, { at: t(2) });
	one.add('resolved', { summary: undefined }, { at: t(minutes) });
	return { state: one.state, events: one.events };
}

const records = [
	told(10, 'no database'),
	told(20, 'no database', { severity: 'SEV-1' }),
	told(90, undefined),
	told(5000, 'drill', { kind: 'drill' }),
	told(7000, undefined, { kind: 'backfilled' }),
];

suite('core/insights', () => {
	const medians: readonly [readonly number[], number | undefined][] = [
		[[], undefined],
		[[3], 3],
		[[9, 1], 5],
		[[9, 1, 2], 2],
	];
	for (const [values, expected] of medians) {
		test(`median of ${values.join(', ') || 'nothing'}`, () =>
			assert.deepEqual(medianOf(values), { value: expected, n: values.length }));
	}

	const report = buildReport(records, loaded, t(9000));

	test('real incidents only, all and by severity, worst first, with n', () => {
		assert.deepEqual(
			report.groups.map(({ name, count, medians: { TTR, TTD } }) => [name, count, TTR, TTD]),
			[
				['all', 3, { value: 20 * 60_000, n: 3 }, { value: undefined, n: 0 }],
				['SEV-1', 1, { value: 20 * 60_000, n: 1 }, { value: undefined, n: 0 }],
				['SEV-2', 2, { value: 50 * 60_000, n: 2 }, { value: undefined, n: 0 }],
			],
		);
		assert.deepEqual(report.apart, { drill: 1, backfilled: 1, cancelled: 0 });
		assert.deepEqual(report.months, [{ month: '2026-11', count: 3 }]);
	});

	test('a cancelled incident is a false alarm, counted apart', () => {
		const one = story();
		one.add('statusChanged', { status: 'cancelled' });
		const { groups, apart } = buildReport([{ state: one.state, events: one.events }], loaded, t(9));
		assert.deepEqual([groups[0]?.count, apart.cancelled], [0, 1]);
	});

	test('updates that were due, by the severity', () => {
		assert.deepEqual(report.groups[0]?.updates, { due: 1, kept: 0 });
	});

	test('coverage per line: done, skipped and why, the median minute', () => {
		assert.deepEqual(
			report.coverage.map(({ text: words, had, done, skipped, untouched, medianMinute, reasons }) => {
				return [words, had, done, skipped, untouched, medianMinute, reasons];
			}),
			[
				['Declare it', 3, 3, 0, 0, { value: 2, n: 3 }, []],
				[
					'Page the database on-call',
					3,
					0,
					2,
					1,
					{ value: undefined, n: 0 },
					[{ why: 'no database', count: 2 }],
				],
			],
		);
	});

	test('as Markdown and as CSV', () => {
		const markdown = reportMarkdown(report);
		assert.match(markdown, /\| SEV-2 \| 2 \| not available \(0\) \|.*\| 50 min \(2\) \| 0 of 1 \|/);
		assert.match(markdown, /- TTR: impact start to resolution/);
		assert.match(markdown, /x-axis \["SEV-1", "SEV-2"\]\n.*\n {4}bar \[1, 2\]/);
		assert.match(
			markdown,
			/\| Page the database on-call \| 3 \| 0 \| 2 \| 1 \| not available \(0\) \| no database \(2\) \|/,
		);
		const lines = incidentsCsv(records).split('\r\n');
		assert.equal(lines.length, 7);
		assert.match(lines[1] ?? '', /^inc-story,Down,real,SEV-2,resolved,2026-11-23T03:00:00\.000Z,,,,10$/);
	});

	test('proposals: a comment below what is mostly skipped, what people added below its group, nothing else', () => {
		const one = story();
		one.add('itemAdded', {
			item: 'n',
			text: 'Look at the *queue*',
			path: page?.path ?? [],
			dueAt: undefined,
		});
		const all = [...records, { state: one.state, events: one.events }];
		const { text: proposed, proposals } = proposeRunbook(all, loaded, t(9000));
		const line = '- [ ] Page the database on-call\n';
		const comment =
			'  <!-- Skipped in 2 of 4 incidents: no database. Reword it, say when it applies, or drop it. -->\n';
		assert.equal(proposed, text.replace(line, `${line}${comment}- [ ] Look at the \\*queue\\*\n`));
		assert.deepEqual(
			proposals.map(({ kind, line: at }) => [kind, at]),
			[
				['note reasons', 8],
				['add item', 8],
			],
		);
		const again = { ...loaded, text: proposed, runbook: parseRunbook(proposed) };
		assert.equal(parseRunbook(proposed).phases[0]?.groups[0]?.items.length, 3);
		assert.equal(proposeRunbook(all, again, t(9000)).proposals.length, 0);
	});

	test('a hostile reason ends neither the comment nor the list', () => {
		const why = 'x --> <b>\n- [ ] evil';
		const hostile = [told(1, why), told(2, why)];
		const { text: proposed } = proposeRunbook(hostile, loaded, t(99));
		assert.equal(parseRunbook(proposed).phases[0]?.groups[0]?.items.length, 2);
		assert.equal(proposed.match(/-->/g)?.length, 1);
	});
});
