import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextSteps, nextTryAt } from '../../../../src/core/comms/outbox';
import type { EventData } from '../../../../src/core/incident/events';
import { declaredStory, type Story } from '../../../support/events';

const queued = (
	message: string,
	change: Partial<EventData['messageQueued']> = {},
): EventData['messageQueued'] => ({
	message,
	device: 'here',
	target: 'chat',
	kind: 'slackWebhook',
	label: 'Slack',
	purpose: 'update',
	audience: 'internal',
	title: 'Down',
	text: 'on it',
	...change,
});

const steps = (story: Story, now = 600_000): readonly string[] =>
	nextSteps(story.state, 'here', now).map((step) =>
		step.kind === 'send'
			? `send ${step.message.message}`
			: `${step.kind} ${step.message.message}: ${step.why}`,
	);

interface Case {
	readonly name: string;
	readonly tell: (story: Story) => void;
	readonly expected: readonly string[];
	readonly now?: number;
}

const failed = { reason: 'x', mayHaveArrived: false };
const cases: readonly Case[] = [
	{ name: 'one message', tell: (story) => story.add('messageQueued', queued('a')), expected: ['send a'] },
	{
		name: 'what another device wrote is its own to send',
		tell: (story) => story.add('messageQueued', queued('a', { device: 'there' })),
		expected: [],
	},
	{
		name: 'in the order they were written, one at a time for each target',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'announce' }));
			story.add('messageQueued', queued('b'));
			story.add('messageQueued', queued('c', { target: 'other' }));
		},
		expected: ['send a', 'send c'],
	},
	{
		name: 'an update that a newer one replaces is not sent any more',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('messageQueued', queued('b'));
		},
		expected: ['drop a: a newer update takes its place'],
	},
	{
		name: 'one for another audience replaces nothing',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('messageQueued', queued('b', { audience: 'support' }));
		},
		expected: ['send a'],
	},
	{
		name: 'one that may have got through is finished all the same',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('messageTried', { message: 'a', attempt: 1 });
			story.add('messageQueued', queued('b'));
		},
		expected: ['send a'],
	},
	{
		name: 'not before its time, and nothing overtakes it',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'announce' }));
			story.add('messageFailed', { message: 'a', ...failed, retryAt: 600_001 });
			story.add('messageQueued', queued('b'));
		},
		expected: [],
	},
	{
		name: 'at its time',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('messageFailed', { message: 'a', ...failed, retryAt: 600_000 });
		},
		expected: ['send a'],
	},
	{
		name: 'given up stands in nobody’s way',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'announce' }));
			story.add('messageFailed', { message: 'a', ...failed, retryAt: undefined });
			story.add('messageQueued', queued('b'));
		},
		expected: ['send b'],
	},
	{
		name: 'tried again by hand',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('messageFailed', { message: 'a', ...failed, retryAt: undefined });
			story.add('messageRetried', { message: 'a' });
		},
		expected: ['send a'],
	},
	{
		name: 'a page that is too old wakes nobody',
		tell: (story) => story.add('messageQueued', queued('a', { purpose: 'page' })),
		expected: ['giveUp a: nobody was paged: it could not be sent for 10 minutes. Page by phone'],
		now: 13 * 60_000,
	},
	{
		name: 'a page after the end would open a new one',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'page' }));
			story.add('resolved', { summary: undefined });
		},
		expected: ['drop a: the incident is over'],
	},
	{
		name: 'a page that was too old is meant again when it is tried again',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'page' }));
			story.add('messageFailed', { message: 'a', ...failed, retryAt: undefined });
			story.add('messageRetried', { message: 'a' }, { at: 590_000 });
		},
		now: 3_600_000 / 4,
		expected: ['send a'],
	},
	{
		name: 'words about an incident that is long over are looked at first',
		tell: (story) => {
			story.add('messageQueued', queued('a'));
			story.add('resolved', { summary: undefined });
		},
		expected: ['giveUp a: the incident was over before it could be sent. Look at it first, then try again'],
	},
	{
		name: 'a status page is not set back to trouble after the end',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'update status page' }));
			story.add('resolved', { summary: undefined });
		},
		expected: ['drop a: the incident is over'],
	},
	{
		name: 'the last word is said late, too',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'resolve status page' }));
			story.add('resolved', { summary: undefined });
		},
		expected: ['send a'],
	},
	{
		name: 'nobody was paged, so there is no page to end',
		tell: (story) => story.add('messageQueued', queued('a', { purpose: 'resolve page' })),
		expected: ['drop a: nobody was paged there'],
	},
	{
		name: 'a page that was sent is ended',
		tell: (story) => {
			story.add('messageQueued', queued('a', { purpose: 'page' }));
			story.add('messageSent', { message: 'a', vendorId: undefined });
			story.add('messageQueued', queued('b', { purpose: 'resolve page' }));
		},
		expected: ['send b'],
	},
];

suite('the outbox', () => {
	for (const { name, tell, expected, now } of cases) {
		test(name, () => {
			const story = declaredStory();
			tell(story);
			assert.deepEqual(steps(story, now), expected);
		});
	}

	test('in a drill nothing leaves the machine', () => {
		const story = declaredStory({ kind: 'drill' });
		story.add('messageQueued', queued('a', { purpose: 'page' }));
		assert.deepEqual(steps(story), ['drop a: nothing leaves the machine in a drill']);
	});
});

suite('trying again', () => {
	test('never sooner than the other end asks, never later than it or a minute', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 7 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.nat({ max: 3_600_000 }),
				(tries, random, retryAfterMs) => {
					const at =
						nextTryAt({ tries, queuedAt: 0 }, { now: 1000, random, retryAfterMs, unreached: false }) ??
						Number.NaN;
					assert.ok(at >= 1000 + retryAfterMs && at <= 1000 + Math.max(retryAfterMs, 60_000));
				},
			),
		);
	});
	test('many tries within half an hour go on; after it a person has to look', () => {
		const again = { random: 1, retryAfterMs: undefined, unreached: false };
		assert.notEqual(nextTryAt({ tries: 20, queuedAt: 0 }, { now: 60_000, ...again }), undefined);
		assert.equal(nextTryAt({ tries: 8, queuedAt: 0 }, { now: 31 * 60_000, ...again }), undefined);
		const offline = { ...again, unreached: true };
		assert.notEqual(nextTryAt({ tries: 500, queuedAt: 0 }, { now: 8 * 3_600_000, ...offline }), undefined);
	});
});
