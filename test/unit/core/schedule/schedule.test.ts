import assert from 'node:assert/strict';
import { formatAge } from '../../../../src/core/schedule/age';
import { formatElapsed, spokenElapsed } from '../../../../src/core/schedule/elapsed';
import { parseWhen } from '../../../../src/core/schedule/whenText';
import { parseWindow } from '../../../../src/core/schedule/window';

const minute = 60_000;

suite('parseWindow', () => {
	const cases: readonly (readonly [string, number, number | undefined, 'declared' | 'resolved'])[] = [
		['T+0 to T+5: Initial Response', 0, 5, 'declared'],
		['T+5 – T+30', 5, 30, 'declared'],
		['T + 1h to T+2h', 60, 120, 'declared'],
		['T+30 to Resolution: Fix', 30, undefined, 'declared'],
		['0-15 minutes', 0, 15, 'declared'],
		['1–4 hours', 60, 240, 'declared'],
		['First 10 minutes', 0, 10, 'declared'],
		['15 to 30 min', 15, 30, 'declared'],
		['~5-10 min', 5, 10, 'declared'],
		['≤ 1 min', 0, 1, 'declared'],
		['até 10 minutos', 0, 10, 'declared'],
		['2 minutes', 0, 2, 'declared'],
		['T-30 minutes', -30, 0, 'declared'],
		['Next business day', 0, 1440, 'declared'],
		['Within 24 hours', 0, 1440, 'declared'],
		['Within 1 hour of resolution', 0, 60, 'resolved'],
		['within 2 days after resolution', 0, 2880, 'resolved'],
	];
	for (const [text, startMin, endMin, from] of cases) {
		test(text, () => assert.deepEqual(parseWindow(text), { startMin, endMin, from }));
	}
	for (const text of ['IC', '1-2', 'Step 1', 'SEV-1', 'P0-P3', 'T+', 'within reason', '2025-01-13']) {
		test(`no window: ${text}`, () => assert.equal(parseWindow(text), undefined));
	}
});

suite('elapsed', () => {
	const cases: readonly (readonly [number, string, string])[] = [
		[0, 'T+00:00', '0 minutes'],
		[61_000, 'T+01:01', '1 minute'],
		[59 * minute + 59_999, 'T+59:59', '59 minutes'],
		[60 * minute, 'T+1:00:00', '1 hour'],
		[26 * 60 * minute + 2 * minute, 'T+26:02:00', '26 hours 2 minutes'],
		[-5000, 'T-00:05', '0 minutes'],
		[-500, 'T+00:00', '0 minutes'],
	];
	for (const [milliseconds, written, spoken] of cases) {
		test(written, () =>
			assert.deepEqual([formatElapsed(milliseconds), spokenElapsed(milliseconds)], [written, spoken]),
		);
	}
});

suite('formatAge', () => {
	const cases: readonly (readonly [number, string])[] = [
		[30_000, 'just now'],
		[25 * minute, '25 min ago'],
		[3 * 60 * minute, '3 h ago'],
		[50 * 60 * minute, '2 days ago'],
		[-minute, 'in the future'],
	];
	for (const [milliseconds, expected] of cases) {
		test(expected, () => assert.equal(formatAge(milliseconds), expected));
	}
});

suite('parseWhen', () => {
	const now = new Date(2026, 10, 23, 14, 30).getTime();
	const cases: readonly (readonly [string, number | undefined])[] = [
		['-10m', now - 10 * minute],
		['-2h', now - 120 * minute],
		['14:05', new Date(2026, 10, 23, 14, 5).getTime()],
		['23:10', new Date(2026, 10, 22, 23, 10).getTime()],
		['2026-11-23T03:04:00Z', Date.UTC(2026, 10, 23, 3, 4)],
		['2036-11-23T03:04:00Z', undefined],
		['10m', undefined],
		['25:00', undefined],
		['yesterday', undefined],
		['', undefined],
	];
	for (const [text, expected] of cases) test(`“${text}”`, () => assert.equal(parseWhen(text, now), expected));
});
