import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audiences, type IncidentState } from '../../../../src/core/incident/model';
import { agendaOf } from '../../../../src/core/schedule/agenda';
import {
	at,
	clockRunbook,
	declaredAt,
	done,
	itemId,
	paged,
	posted,
	severity,
	snoozed,
	story,
	type Told,
} from '../../../support/clockStory';

const toldArbitrary: fc.Arbitrary<Told> = fc
	.tuple(fc.integer({ min: 0, max: 600 }), fc.nat(6), fc.constantFrom(...audiences))
	.map(([minutes, what, audience]): Told => {
		const facts: readonly Told[] = [
			[minutes, 'updatePosted', { audience, text: 'x', postedAt: undefined }],
			severity(minutes, 'SEV-2'),
			severity(minutes, 'SEV-1'),
			snoozed(minutes, `update:${audience}`, minutes + 10),
			paged(minutes, 1),
			done(minutes, itemId('Declare')),
			[minutes, 'acknowledged', { person: undefined }],
		];
		return facts[what] ?? severity(minutes, 'SEV-3');
	});
const toldList = fc
	.array(toldArbitrary, { maxLength: 12 })
	.map((told) => [...told].sort(([left], [right]) => left - right));

suite('agendaOf, whatever happened', () => {
	const holds = (check: (run: { state: IncidentState; now: number; told: readonly Told[] }) => void): void =>
		fc.assert(
			fc.property(toldList, fc.integer({ min: -600, max: 6000 }), (told, now) =>
				check({ state: story(told), now: at(now), told }),
			),
			{ numRuns: 60 },
		);

	test('is sorted, with ids of its own, at whole record times', () =>
		holds(({ state, now }) => {
			const items = agendaOf(state, clockRunbook, now);
			const times = items.map(({ dueAt }) => dueAt);
			assert.deepEqual(
				times,
				[...times].sort((left, right) => left - right),
			);
			assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
			assert.ok(items.every(({ dueAt, remindAt }) => Number.isFinite(dueAt) && remindAt >= dueAt));
		}));

	test('no due time depends on what the clock says now', () =>
		holds(({ state, now }) => {
			const plan = (time: number): unknown =>
				agendaOf(state, clockRunbook, time).map(({ id, dueAt, remindAt }) => [id, dueAt, remindAt]);
			assert.deepEqual(plan(now), plan(declaredAt));
		}));

	test('an internal update is due an interval after the last one, or when the severity changed since', () =>
		holds(({ state, now, told }) => {
			const last = told.findLast(
				([, type, data]) => type === 'updatePosted' && data.audience === 'internal',
			)?.[0];
			const changed = told.findLast(([, type]) => type === 'severityChanged')?.[0] ?? 0;
			const every = state.severity === 'SEV-1' ? 15 : 30;
			const found = agendaOf(state, clockRunbook, now).find(({ id }) => id === 'update:internal');
			assert.equal(found?.dueAt, at(Math.max((last ?? 0) + every, changed)));
		}));

	test('an update posted late moves the clock on, and ends a snooze', () =>
		holds(({ now, told }) => {
			const after = story([...told, posted(700, 'internal')]);
			const found = agendaOf(after, clockRunbook, now).find(({ id }) => id === 'update:internal');
			assert.ok(found && found.dueAt > at(700) && found.remindAt === found.dueAt);
		}));
});
