import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldIncident } from '../../../../src/core/incident/fold';
import { decodeLine, encodeLine } from '../../../../src/core/incident/line';
import { inOrder } from '../../../../src/core/incident/order';
import { eventTypes } from '../../../../src/core/incident/rules';
import { examples, item, reference, rollback, run } from '../../../support/eventExamples';
import { declaredStory, Story } from '../../../support/events';

suite('every event', () => {
	for (const type of eventTypes) {
		const [data, line] = examples[type];
		test(`${type}: comes back from its line, and says itself in words`, () => {
			const story = type === 'declared' ? new Story() : declaredStory({ runbook: reference });
			story.add(type, data);
			const event = story.events.at(-1);
			assert.ok(event);
			const read = decodeLine(encodeLine(event));
			assert.deepEqual(read, { kind: 'event', event: JSON.parse(JSON.stringify(event)) as unknown });
			const last = story.state.timeline.find(({ eventId }) => eventId === event.id);
			assert.equal(last ? `${last.kind} ${last.text}` : '', line);
		});
		test(`${type}: with a member of another type it is kept as unknown`, () => {
			const story = new Story();
			story.add('declared', examples.declared[0]);
			const [event] = story.events;
			const wrong = Object.fromEntries(Object.keys(data).map((name) => [name, { other: 1 }]));
			const read = decodeLine(encodeLine({ ...event, type, data: wrong } as never));
			// An event without members has none that could be wrong.
			const expected = Object.keys(data).length === 0 ? type : 'unknown';
			assert.equal(read.kind === 'event' && read.event.type, expected);
		});
	}
});

test('times no calendar holds are no events, so that nothing throws when they are written as dates', () => {
	const story = new Story();
	story.add('declared', { ...examples.declared[0], impactStartedAt: 1e300 });
	const [event] = story.events;
	assert.ok(event);
	const read = decodeLine(encodeLine(event));
	assert.equal(read.kind === 'event' && read.event.type, 'unknown');
	assert.equal(decodeLine(encodeLine({ ...event, at: 1e300 })).kind, 'damaged');
});

suite('the fold', () => {
	const whole = new Story();
	whole.add('declared', examples.declared[0]);
	for (const type of eventTypes) if (type !== 'declared') whole.add(type, examples[type][0]);
	const note = whole.add('noteAdded', { text: 'typo', happenedAt: undefined });
	whole.add('noteAmended', { note, text: 'right', happenedAt: undefined }, { saw: '' });
	whole.add('itemDone', item, { by: 'kim', saw: '' });
	whole.add('severityChanged', { severity: 'SEV-3' }, { by: 'kim', saw: '' });
	whole.add('undone', { of: whole.add('itemSkipped', { ...item, why: 'x' }), text: 'x' });
	const expected = whole.state;
	const numRuns = Number(process.env['FOLD_RUNS'] ?? 100);

	test(`cares neither about order nor about repetition (${numRuns} runs)`, () => {
		const twice = [...whole.events, ...whole.events];
		fc.assert(
			fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), (events) =>
				assert.deepEqual(foldIncident(events), expected),
			),
			{ numRuns },
		);
	});

	test(`cares not about which writer's file an event is read from (${numRuns} runs)`, () => {
		const files = fc.array(fc.nat({ max: 3 }), {
			minLength: whole.events.length,
			maxLength: whole.events.length,
		});
		fc.assert(
			fc.property(files, (file) => {
				const parts = [0, 1, 2, 3].flatMap((name) => whole.events.filter((_, index) => file[index] === name));
				assert.deepEqual(foldIncident(parts), expected);
			}),
			{ numRuns },
		);
	});

	test('leaves what it was given as it was', () => {
		const before = JSON.stringify(whole.events);
		foldIncident(whole.events);
		assert.equal(JSON.stringify(whole.events), before);
	});

	test('a second declaration changes nothing', () => {
		const story = declaredStory();
		story.add('declared', { ...examples.declared[0], title: 'Other' });
		assert.equal(story.state.title, 'Down');
	});

	test('has one order, whatever the order it is given', () => {
		const shuffled = [...whole.events].reverse();
		assert.deepEqual(inOrder(shuffled), inOrder(whole.events));
	});
});

suite('undo', () => {
	test('what was set is again as before', () => {
		const story = declaredStory();
		story.add('itemDone', item);
		const undone = story.add('itemSkipped', { ...item, why: 'x' });
		story.add('undone', { of: undone, text: '' });
		assert.equal(story.state.items.get('a')?.state, 'done');
		assert.equal(story.state.timeline.find(({ eventId }) => eventId === undone)?.mark, 'undone');
	});
	test('what somebody set since stays', () => {
		const story = declaredStory();
		const tick = story.add('itemDone', item);
		story.add('itemSkipped', { ...item, why: 'x' });
		story.add('undone', { of: tick, text: '' });
		assert.equal(story.state.items.get('a')?.state, 'skipped');
	});
	test('can itself be undone', () => {
		const story = declaredStory();
		const tick = story.add('itemDone', item);
		const undo = story.add('undone', { of: tick, text: '' });
		story.add('undone', { of: undo, text: '' });
		assert.equal(story.state.items.get('a')?.done, true);
	});
	test('brings back an open incident', () => {
		const story = declaredStory();
		story.add('undone', { of: story.add('resolved', { summary: undefined }), text: '' });
		assert.deepEqual(
			[story.state.status, story.state.milestones.has('resolvedAt')],
			['investigating', false],
		);
	});
	test('takes back no declaration, no message and no run, nothing later and not itself', () => {
		const story = declaredStory();
		const posted = story.add('updatePosted', { audience: 'internal', text: 'x', postedAt: undefined });
		story.add('undone', { of: 'e1', text: '' });
		story.add('undone', { of: posted, text: '' });
		story.add('undone', { of: `e${story.events.length + 1}`, text: '' });
		story.add('undone', { of: `e${story.events.length + 2}`, text: '' });
		story.add('itemDone', item);
		assert.equal(story.state.updates.get('internal')?.text, 'x');
		assert.equal(story.state.items.get('a')?.done, true);
		assert.equal(story.state.undone.size, 0);
	});
});

suite('notes', () => {
	test('an amended note keeps what it said, at its own time', () => {
		const story = declaredStory();
		const note = story.add('noteAdded', { text: 'poll', happenedAt: undefined });
		story.add('noteAmended', { note, text: 'pool', happenedAt: 5000 });
		const { text, earlier, happenedAt } = story.state.notes.get(note) ?? {};
		assert.deepEqual([text, earlier, happenedAt], ['pool', ['poll'], 5000]);
		const [entry] = story.state.timeline;
		assert.deepEqual([entry?.text, entry?.mark, entry?.at], ['pool', 'edited', 5000]);
	});
	test('a retracted note stays, marked', () => {
		const story = declaredStory();
		const note = story.add('noteAdded', { text: 'host 3', happenedAt: undefined });
		story.add('noteRetracted', { note, why: 'wrong host' });
		assert.equal(story.state.timeline.at(-1)?.mark, 'retracted');
		assert.equal(story.state.notes.get(note)?.retracted, 'wrong host');
	});
	test('one that tells of something earlier says when it was written', () => {
		const story = declaredStory();
		story.add('noteAdded', { text: 'late', happenedAt: 1000 }, { at: 600_000 });
		assert.equal(story.state.timeline[0]?.writtenAt, 600_000);
	});
});

suite('a revised runbook', () => {
	const revised = {
		path: 'R.md',
		from: 'one',
		to: 'two',
		items: [{ id: 'b', text: 'Beta', path: [], as: 'b2' }],
		unsure: ['b'],
	};
	test('keeps what was done to items that are gone', () => {
		const story = declaredStory({ runbook: reference });
		story.add('itemDone', item);
		story.add('runbookRevised', revised);
		const { runbook, removedItems, items } = story.state;
		assert.deepEqual([runbook?.sha256, removedItems.map(({ id }) => id)], ['two', ['a']]);
		assert.equal(items.get('a')?.done, true);
	});
	test('seen by two windows, it counts once', () => {
		const story = declaredStory({ runbook: reference });
		story.add('runbookRevised', revised);
		story.add('runbookRevised', { ...revised, items: [] });
		assert.equal(story.state.runbook?.items.length, 1);
	});
});

suite('other facts', () => {
	test('the last update an audience got counts, whenever it was written down', () => {
		const story = declaredStory();
		story.add('updatePosted', { audience: 'internal', text: 'second', postedAt: 9000 });
		story.add('updatePosted', { audience: 'internal', text: 'first', postedAt: 5000 });
		assert.equal(story.state.updates.get('internal')?.text, 'second');
	});
	test('an escalation waits for an answer of its own; the first answer is the milestone', () => {
		const story = declaredStory();
		story.add('escalated', { level: 1, name: 'Monitor', contacts: [], why: undefined });
		story.add('acknowledged', { person: undefined }, { at: 5000 });
		story.add('escalated', { level: 2, name: 'Admin', contacts: [], why: undefined });
		const { escalation, milestones } = story.state;
		assert.deepEqual(
			[escalation.level, escalation.acknowledged, milestones.get('acknowledgedAt')],
			[2, undefined, 5000],
		);
	});
	test('an offer ends when it is accepted', () => {
		const story = declaredStory({ roles: [{ role: 'IC', person: 'Dana' }] });
		const offer = story.add('roleOffered', { role: 'IC', to: 'Kim', brief: undefined });
		assert.equal(story.state.offers.get('IC')?.to, 'Kim');
		story.add('roleAccepted', { role: 'IC', person: 'Kim', offer }, { at: 7000 });
		const { roles, offers, handedOffAt } = story.state;
		assert.deepEqual([roles.get('IC'), offers.size, handedOffAt.get('IC')], ['Kim', 0, 7000]);
	});
	test('a rollback that was planned is done', () => {
		const story = declaredStory();
		story.add('rollbackPlanned', rollback);
		story.add('rollbackRecorded', { ...rollback, succeeded: true });
		assert.deepEqual(
			story.state.rollbacks.map(({ state }) => state),
			['done'],
		);
	});
	test('who begins to monitor has mitigated, once; an undone status has not', () => {
		const story = declaredStory();
		const first = story.add('statusChanged', { status: 'monitoring' }, { at: 5000 });
		story.add('statusChanged', { status: 'mitigating' });
		story.add('statusChanged', { status: 'monitoring' }, { at: 9000 });
		assert.equal(story.state.milestones.get('mitigatedAt'), 5000);
		story.add('undone', { of: first, text: '' });
		assert.equal(story.state.milestones.get('mitigatedAt'), 9000);
	});
	test('a message that was begun and not heard of again is in doubt; a sent one stays sent', () => {
		const story = declaredStory();
		story.add('messageQueued', examples.messageQueued[0]);
		story.add('messageTried', { message: 'm', attempt: 1 });
		const state = (): readonly unknown[] => {
			const message = story.state.outbox.get('m');
			return [message?.state, message?.trying, message?.mayHaveArrived, message?.tries];
		};
		assert.deepEqual(state(), ['waiting', true, false, 1]);
		story.add('messageFailed', { message: 'm', reason: 'x', mayHaveArrived: false, retryAt: 5 });
		assert.deepEqual(state(), ['waiting', false, false, 1]);
		story.add('messageTried', { message: 'm', attempt: 1 });
		story.add('messageTried', { message: 'm', attempt: 2 });
		assert.deepEqual(state(), ['waiting', true, true, 2]);
		story.add('messageFailed', { message: 'm', reason: 'slow down', mayHaveArrived: false, retryAt: 5 });
		assert.deepEqual(state(), ['waiting', false, true, 2]);
		story.add('messageSent', { message: 'm', vendorId: undefined });
		story.add('messageFailed', { message: 'm', reason: 'late', mayHaveArrived: false, retryAt: undefined });
		story.add('messageRetried', { message: 'm' });
		assert.deepEqual(state(), ['sent', false, true, 2]);
	});
	test('a message that got through is an update of its audience, from the moment it was sent', () => {
		const story = declaredStory();
		story.add('messageQueued', examples.messageQueued[0]);
		assert.equal(story.state.updates.has('internal'), false);
		story.add('messageSent', { message: 'm', vendorId: undefined }, { at: 9000 });
		const { text, at } = story.state.updates.get('internal') ?? {};
		assert.deepEqual([text, at], ['on it', 9000]);
	});
	test('a run without an end has none', () => {
		const story = declaredStory();
		story.add('scriptStarted', run);
		assert.equal(story.state.runs.get('r')?.outcome, undefined);
		story.add('scriptFinished', { ...run, outcome: { kind: 'closed', reason: 'x' }, output: 'log' });
		assert.deepEqual(story.state.runs.get('r')?.outcome, { kind: 'closed', reason: 'x' });
	});
});
