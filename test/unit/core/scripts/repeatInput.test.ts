import assert from 'node:assert/strict';
import {
	everyQuestion,
	limitQuestion,
	readSpan,
	watchTimeIn,
} from '../../../../src/core/scripts/repeatInput';

suite('readSpan', () => {
	const every: readonly (readonly [text: string, seconds: number | undefined])[] = [
		['30', 30],
		[' 5 ', 5],
		['90 s', 90],
		['2 min', 120],
		['4', undefined],
		['3601', undefined],
		['2 h', undefined],
		['', undefined],
		['-30', undefined],
		['1e9', undefined],
		['soon', undefined],
	];
	for (const [text, seconds] of every)
		test(`every ${text}`, () =>
			assert.equal(readSpan(text, everyQuestion), seconds === undefined ? undefined : seconds * 1000));
	test('a limit counts in minutes', () => {
		assert.equal(readSpan('30', limitQuestion), 1_800_000);
		assert.equal(readSpan('2h', limitQuestion), 7_200_000);
		assert.equal(readSpan('30 s', limitQuestion), undefined);
	});
});

suite('watchTimeIn', () => {
	const cases: readonly (readonly [text: string, minutes: number | undefined])[] = [
		['Monitor stability: Watch for 30+ minutes post-fix', 30],
		['Confirm stability: Monitor for 30+ minutes', 30],
		['Watch the error rate for an hour', 60],
		['Observe for 15-30 min', 15],
		['Stay stable for 1h', 60],
		['Monitor every 5 min', undefined],
		['Monitor impact: Verify metrics are improving', undefined],
		['Post the update within 30 minutes', undefined],
		['Wait 10 minutes', undefined],
	];
	for (const [text, minutes] of cases)
		test(text, () => assert.equal(watchTimeIn([{ text }])?.minutes, minutes));
	test('the longest counts', () => {
		const items = [{ text: 'Watch for 10 min' }, { text: 'Monitor for 1 hour' }, { text: 'Watch for 5 min' }];
		assert.deepEqual(watchTimeIn(items), { minutes: 60, text: 'Monitor for 1 hour' });
	});
});
