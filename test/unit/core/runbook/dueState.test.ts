import assert from 'node:assert/strict';
import { duration, dueOf, dueWords, windowWords } from '../../../../src/core/runbook/dueState';
import type { TimeWindow } from '../../../../src/core/schedule/window';

const minute = 60_000;
const time = (instant: number): string => `t${instant / minute}`;
const declared = (startMin: number, endMin?: number): TimeWindow => ({ startMin, endMin, from: 'declared' });
const resolved = (startMin: number, endMin?: number): TimeWindow => ({ startMin, endMin, from: 'resolved' });

suite('dueOf', () => {
	/** Minutes throughout; the declaration is at 100. */
	const rows: readonly (readonly [
		string,
		TimeWindow | undefined,
		number,
		number | undefined,
		number,
		string,
	])[] = [
		['before its start', declared(5, 30), 104, undefined, 3, 'ahead, from t105'],
		['from its first moment', declared(5, 30), 105, undefined, 3, 'now, until t130'],
		['at its end, with work left', declared(5, 30), 130, undefined, 3, 'late since t130'],
		['at its end, with nothing left', declared(5, 30), 130, undefined, 0, 'done'],
		['done before it began', declared(5, 30), 100, undefined, 0, 'done'],
		['open-ended', declared(30), 500, undefined, 3, 'now'],
		['after the resolution', declared(0, 5), 500, 120, 3, 'left open'],
		['never begun, resolved', declared(30), 125, 120, 3, 'left open'],
		['counted from a resolution to come', resolved(0, 60), 500, undefined, 3, 'ahead, after resolution'],
		['counted from the resolution', resolved(0, 60), 150, 120, 3, 'now, until t180'],
		['counted from the resolution, over', resolved(0, 60), 200, 120, 3, 'late since t180'],
		['no window', undefined, 200, undefined, 3, 'undefined'],
		['no window, nothing left', undefined, 200, undefined, 0, 'done'],
		['a clock that was set back', declared(0, 5), 50, undefined, 3, 'now, until t105'],
	];
	for (const [name, window, now, resolvedAt, open, expected] of rows) {
		test(`${name}: ${expected}`, () => {
			const clock = {
				declaredAt: 100 * minute,
				resolvedAt: resolvedAt === undefined ? undefined : resolvedAt * minute,
				now: now * minute,
			};
			const due = dueOf(window, clock, open);
			assert.equal(due ? dueWords(due, time) : 'undefined', expected);
		});
	}
});

suite('windowWords', () => {
	const rows: readonly (readonly [TimeWindow, string])[] = [
		[declared(0, 5), 'T+0 to T+5'],
		[declared(30), 'from T+30'],
		[resolved(0, 60), 'within 1 h of resolution'],
		[resolved(0, 2880), 'within 48 h of resolution'],
		[resolved(60, 1440), '1 h to 24 h after resolution'],
		[resolved(90), 'from 90 min after resolution'],
	];
	for (const [window, expected] of rows) test(expected, () => assert.equal(windowWords(window), expected));

	test('durations', () =>
		assert.deepEqual([45, 60, 90, 120, 2880, 7200].map(duration), [
			'45 min',
			'1 h',
			'90 min',
			'2 h',
			'48 h',
			'5 days',
		]));
});
