import assert from 'node:assert/strict';
import { parseDue } from '../../../../src/core/schedule/dueText';

suite('parseDue', () => {
	const now = Date.UTC(2026, 10, 23, 12, 0);
	const minute = 60_000;
	const rows: readonly (readonly [string, number | undefined])[] = [
		['15m', 15 * minute],
		['in 15 minutes', 15 * minute],
		['+1h', 60 * minute],
		['2026-11-23T12:30Z', 30 * minute],
		['2026-11-23T11:30Z', undefined],
		['-10m', undefined],
		['0m', undefined],
		['soon', undefined],
		['', undefined],
	];
	for (const [text, after] of rows)
		test(JSON.stringify(text), () =>
			assert.equal(parseDue(text, now), after === undefined ? undefined : now + after),
		);

	test('a time of day is the next one', () => {
		const due = parseDue('14:05', now);
		assert.ok(due !== undefined && due > now && due <= now + 25 * 60 * minute);
		assert.deepEqual([new Date(due).getHours(), new Date(due).getMinutes()], [14, 5]);
	});
});
