import assert from 'node:assert/strict';
import type { MintedItem } from '../../../../src/core/incident/model';
import { matchItems, type ItemMatches } from '../../../../src/core/runbook/matchItems';
import { scoreMatching } from '../../../support/matchScore';

/** `A/B: text` rows as items with the ids `prefix1`, `prefix2`, … */
function items(prefix: string, rows: readonly string[]): readonly MintedItem[] {
	return rows.map((row, index) => {
		const [path = '', text = ''] = row.split(': ');
		return { id: `${prefix}${index + 1}`, text, path: path.split('/') };
	});
}

function match(before: readonly string[], after: readonly string[]): ItemMatches {
	return matchItems(items('b', before), items('a', after));
}

/** Expected as `b1=a2 text`; `?` when a person is to be asked. */
function assertMatches(
	before: readonly string[],
	after: readonly string[],
	...expected: readonly string[]
): void {
	const found = match(before, after).matches.map(
		({ before: old, after: now, tier, needsConfirmation }) =>
			`${old}=${now} ${tier}${needsConfirmation ? '?' : ''}`,
	);
	assert.deepEqual(found, expected);
}

/** A runbook with the things that make matching hard: short texts, twins, and steps that differ by one word. */
const runbook = [
	...['Detect: Check the error rate', 'Detect: Check the error budget', 'Detect: Open the dashboard'],
	...[
		'Detect: Notify the team',
		'Declare/IC: Declare the incident in the channel',
		'Declare/IC: Notify the team',
	],
	...[
		'Declare/IC: Assign a scribe',
		'Declare/Scribe: Start the timeline',
		'Declare/Scribe: Record every decision',
	],
	...['Mitigate: Roll back the last deploy', 'Mitigate: Restart the payment workers one by one'],
	...[
		'Mitigate: Verify',
		'Mitigate: Drain the queue and check that nothing is lost',
		'Mitigate: Notify the team',
	],
	...[
		'After: Write the postmortem within 48 hours',
		'After: Action items',
		'After: Close the incident channel',
	],
	...[
		'Review: Action items',
		'Review: Thank everybody who helped',
		'Review: File tickets for follow-up work',
	],
];

const flat = Array.from(
	{ length: 45 },
	(_, index) => `Steps: Run step ${index} of the ${'abcdefghi'[index % 9]} plan`,
);

suite('matchItems', () => {
	test('nothing changed', () => {
		const { matches, removed, added } = match(runbook, runbook);
		assert.deepEqual([matches.length, removed, added], [runbook.length, [], []]);
		assert.ok(matches.every(({ tier, similarity }) => tier === 'path' && similarity === 1));
	});
	test('another order', () => assertMatches(['A: x', 'A: y'], ['A: y', 'A: x'], 'b1=a2 path', 'b2=a1 path'));
	test('an outer heading renamed', () => assertMatches(['A/B: x'], ['C/B: x'], 'b1=a1 heading'));
	test('moved to another heading', () => assertMatches(['A: x'], ['B: x'], 'b1=a1 text'));
	test('the same text elsewhere stays where it is', () =>
		assertMatches(['A: x', 'B: x'], ['C: x', 'B: x'], 'b1=a1 text', 'b2=a2 path'));
	test('reworded a little', () =>
		assertMatches(['A: Check the error rate'], ['A: Check the error rates'], 'b1=a1 reworded'));
	test('reworded a lot is asked about', () =>
		assertMatches(['A: Check the error rate'], ['A: Check the rate of errors'], 'b1=a1 reworded?'));
	test('reworded under a renamed heading', () =>
		assertMatches(
			['A: one step', 'A: Check the error rate'],
			['B: one step', 'B: Check the error rates'],
			'b1=a1 text',
			'b2=a2 reworded',
		));
	test('reworded elsewhere is another step', () =>
		assertMatches(
			['A: Check the error rate', 'B: x'],
			['A: y', 'B: x', 'B: Check the error rates'],
			'b2=a2 path',
		));
	test('between two that are equally like it, nothing is said', () =>
		assertMatches(
			['A: Check rate of x', 'A: k'],
			['A: k', 'A: Check rate of y', 'A: Check rate of z'],
			'b2=a1 path',
		));
	test('a copy below is the new one', () =>
		assertMatches(
			['A: p', 'A: x', 'A: q'],
			['A: p', 'A: x', 'A: x', 'A: q'],
			'b1=a1 path',
			'b2=a2 path',
			'b3=a4 path',
		));
	test('a twin further up does not take its place', () =>
		assertMatches(
			['A: p', 'A: q', 'A: x', 'A: r'],
			['A: x', 'A: p', 'A: q', 'A: x', 'A: r'],
			'b1=a2 path',
			'b2=a3 path',
			'b3=a4 path',
			'b4=a5 path',
		));
	test('what is gone is removed, what is new is added', () => {
		const { removed, added } = match(['A: x', 'A: Restart it'], ['A: x', 'A: Page the vendor']);
		assert.deepEqual([removed.map(({ id }) => id), added.map(({ id }) => id)], [['b2'], ['a2']]);
	});
	test('empty lists', () => assert.deepEqual(matchItems([], []), { matches: [], removed: [], added: [] }));

	test('45 steps much alike: after 3 random edits 99.5 % are right and at most 0.2 % wrong', () => {
		const { right, copy, wrong } = scoreMatching(items('b', flat), 3, 120);
		assert.ok(right >= 99.5, `${right.toFixed(2)} % right`);
		assert.ok(copy + wrong <= 0.2, `${(copy + wrong).toFixed(2)} % wrong`);
	});
	test('20 steps with twins: the same, but that copies with the same words are as good', () => {
		const { right, copy, wrong } = scoreMatching(items('b', runbook), 3, 120);
		assert.ok(right + copy >= 99.5, `${(right + copy).toFixed(2)} % right`);
		assert.ok(wrong <= 0.2, `${wrong.toFixed(2)} % wrong`);
	});

	test('matches are one to one, and nothing is left out', () => {
		const before = items('b', [...runbook, ...runbook]);
		const after = items('a', [...runbook.slice(3), ...runbook, ...runbook.map((row) => `${row} now`)]);
		const { matches, removed, added } = matchItems(before, after);
		assert.equal(new Set(matches.map((found) => found.after)).size, matches.length);
		assert.equal(matches.length + removed.length, before.length);
		assert.equal(matches.length + added.length, after.length);
	});

	test('2,000 equal items and 2,000 different ones are no work', () => {
		const before = items('b', [...Array.from({ length: 2000 }, () => 'A: x'), ...flat]);
		const different = Array.from({ length: 2000 }, (_, index) => `A: ${'xyz'.repeat(9)} ${index}`);
		const startedAt = process.cpuUsage();
		matchItems(before, items('a', [...before.map(() => 'A: x'), ...different]));
		assert.ok(process.cpuUsage(startedAt).user / 1000 < 1000);
	});
});
