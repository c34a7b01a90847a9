import assert from 'node:assert/strict';
import { entryWords } from '../../../../src/core/incident/entryWords';
import type { TimelineEntry } from '../../../../src/core/incident/model';
import {
	filterTimeline,
	hiddenWords,
	type TimelineFilter,
} from '../../../../src/core/incident/timelineFilter';
import { stateJson } from '../../../../src/core/incident/stateJson';
import { mermaidTimeline } from '../../../../src/core/stateDocument/mermaid';
import type { Effect } from '../../../../src/core/scripts/effect';
import { declaredStory } from '../../../support/events';
import { stateWith, timelineEntry } from '../../../support/incidentState';
import { minute, wholeState } from '../../../support/wholeIncident';

const state = wholeState();
const dateTime = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
const find = (text: string): TimelineEntry => {
	const found = state.timeline.find((entry) => entry.text.includes(text));
	assert.ok(found, text);
	return found;
};

suite('timeline filter', () => {
	const shown = (filter: TimelineFilter, me?: string): readonly string[] =>
		filterTimeline(state.timeline, filter, me).map(({ kind }) => kind);

	test('all is everything, newest first', () => {
		assert.deepEqual(filterTimeline(state.timeline, 'all', undefined), [...state.timeline].reverse());
	});
	test('milestones are what tells the story, and what was pinned', () => {
		assert.deepEqual([...new Set(shown('milestones'))].sort(), [
			'decision',
			'deploy',
			'escalation',
			'message',
			'milestone',
			'note',
		]);
		assert.equal(shown('milestones').filter((kind) => kind === 'note').length, 1);
	});
	test('mine is what I recorded; without a name it is nothing', () => {
		assert.equal(shown('mine', 'Kim').length, 9);
		assert.equal(shown('mine').length, 0);
	});
	test('the view says what is hidden', () => {
		assert.equal(hiddenWords('all', 0), '');
		assert.equal(hiddenWords('mine', 3), '3 hidden: only what you recorded is shown');
	});
});

suite('timeline entries', () => {
	const words: readonly (readonly [string, string, string, string])[] = [
		['Declared', 'T+00:00 Declared: Checkout answers 500 (SEV-2)', 'Ana', 'milestone.standing'],
		['Errors', 'T-04:00 Errors since v2.3', 'Kim · pinned · edited · written 12 min later', 'note.pinned'],
		['DNS', 'T+10:00 Retracted · It is DNS', 'Kim', 'note.gone'],
		['Page the', 'T+21:00 Undone · Done: Page the DBA', 'Ana', 'item.gone'],
	];
	for (const [text, label, description, context] of words) {
		test(label, () => {
			const said = entryWords(find(text), { state, dateTime });
			assert.deepEqual([said.label, said.description, said.context], [label, description, context]);
		});
	}

	test('the tooltip has the whole text, and what it said before', () => {
		assert.equal(
			entryWords(find('Errors'), { state, dateTime }).tooltip,
			[
				'Errors since v2.3',
				'2026-11-23T03:10, Kim',
				'written 12 min later',
				'Pinned',
				'Before: Errors since the deploy',
			].join('\n'),
		);
	});
	test('what was taken back says why', () => {
		assert.match(
			entryWords(find('DNS'), { state, dateTime }).tooltip,
			/Retracted: it was not; it counts no more/,
		);
	});
	test('a screen reader hears minutes', () => {
		assert.equal(
			entryWords(find('Errors'), { state, dateTime }).spoken,
			'Errors since v2.3, 4 minutes before the declaration, Kim, edited, written 12 min later',
		);
	});
});

suite('the picture of the timeline', () => {
	const at = (minutes: number, index: number): TimelineEntry =>
		timelineEntry({
			eventId: String(index),
			at: minutes * minute,
			by: 'Ana',
			kind: 'milestone',
			text: `m${minutes}`,
		});
	const columns = (minutes: readonly number[]): readonly string[] =>
		mermaidTimeline(minutes.map(at), 0)
			.slice(1)
			.map((line) => line.trim());

	const rows: readonly (readonly [string, readonly number[], readonly string[]])[] = [
		['minutes', [0, 3], ['T+0 min : m0', 'T+3 min : m3']],
		['one column for all before', [-90, -5, 0], ['before T+0 : m-90 : m-5', 'T+0 min : m0']],
		[
			'hours',
			[0, 61, 125, 190, 250, 310, 370, 430, 490],
			[
				'T+0 to T+2 h : m0 : m61',
				'T+2 to T+4 h : m125 : m190',
				'T+4 to T+6 h : m250 : m310',
				'T+6 to T+8 h : m370 : m430',
				'T+8 to T+10 h : m490',
			],
		],
		[
			'no column grows without end',
			[1, 1, 1, 1, 1, 1, 1, 1],
			['T+1 min : m1 : m1 : m1 : m1 : m1 : m1 : and 2 more'],
		],
	];
	for (const [name, minutes, expected] of rows)
		test(name, () => assert.deepEqual(columns(minutes), expected));

	test('weeks fit, too', () => {
		const weeks = columns(Array.from({ length: 60 }, (_, day) => day * 1440));
		assert.ok(weeks.length <= 5 && weeks.length > 2, weeks.join('\n'));
	});
	test('nothing that tells a story is no picture', () => assert.deepEqual(mermaidTimeline([], 0), []));
});

test('the state as plain data: maps, sets, and instants that no calendar has', () => {
	const json = stateJson(
		stateWith({
			handedOffAt: new Map([['IC', 0]]),
			pinned: new Set(['a']),
			milestones: new Map([
				['declaredAt', 0],
				['detectedAt', 1e300],
			]),
		}),
	) as Record<string, unknown>;
	assert.deepEqual(json['handedOffAt'], { IC: '1970-01-01T00:00:00.000Z' });
	assert.deepEqual(json['pinned'], ['a']);
	assert.deepEqual(json['milestones'], { declaredAt: '1970-01-01T00:00:00.000Z', detectedAt: 1e300 });
});

suite('script entries', () => {
	const words: readonly (readonly [Effect | undefined, number, string])[] = [
		['check', 2, 'Exit 2 (warning): Check the pool'],
		['change', 2, 'Exit 2 (failed): Check the pool'],
		['check', 1, 'Exit 1 (failed): Check the pool'],
		['check', 0, 'Exit 0: Check the pool'],
		// Written before ends had an effect of their own.
		[undefined, 2, 'Exit 2 (failed): Check the pool'],
	];
	for (const [effect, exitCode, text] of words) {
		test(`${effect ?? 'an earlier record'}: ${text}`, () => {
			const story = declaredStory();
			const run = { run: 'r', title: 'Check the pool', sha256: 'x' };
			story.add('scriptFinished', { ...run, effect, outcome: { kind: 'exited', exitCode } });
			assert.equal(story.fold()?.timeline.at(-1)?.text, text);
		});
	}
});
