import assert from 'node:assert/strict';
import { pageText, untoldPagers } from '../../../../src/core/comms/paging';
import { nextSteps } from '../../../../src/core/comms/outbox';
import type { Target } from '../../../../src/core/comms/target';
import type { MessagePurpose } from '../../../../src/core/incident/model';
import { declaredStory, type Story } from '../../../support/events';

const pager: Target = { id: 'pd', kind: 'pagerDuty', label: 'On-call', options: {}, baseUrl: undefined };
const chat: Target = { ...pager, id: 'chat', kind: 'slackBot' };
const minute = 60_000;

function message(story: Story, id: string, purpose: MessagePurpose, target = 'pd'): void {
	const to = { device: 'here', target, kind: 'pagerDuty', label: 'On-call' };
	story.add('messageQueued', { ...to, message: id, purpose, audience: undefined, title: 'Down', text: '' });
}
function paged(change?: Parameters<typeof declaredStory>[0]): Story {
	const story = declaredStory(change);
	message(story, 'p1', 'page');
	story.add('messageSent', { message: 'p1', vendorId: undefined });
	return story;
}
const news = (story: Story, now = 10 * minute): readonly string[] =>
	untoldPagers(story.state, [chat, pager], now).map(({ target, news: what }) => `${target.id}: ${what}`);

interface Case {
	readonly name: string;
	readonly tell: () => Story;
	readonly expected: readonly string[];
	readonly now?: number;
}
const acknowledged = (): Story => {
	const story = paged();
	story.add('acknowledged', { person: undefined });
	return story;
};
const cases: readonly Case[] = [
	{ name: 'paged, and nobody answered yet', tell: () => paged(), expected: [] },
	{ name: 'somebody is on it', tell: acknowledged, expected: ['pd: acknowledge page'] },
	{
		name: 'and the pager knows',
		tell: () => {
			const story = acknowledged();
			message(story, 'a1', 'acknowledge page');
			return story;
		},
		expected: [],
	},
	{
		name: 'paged again after that, and answered again',
		tell: () => {
			const story = acknowledged();
			message(story, 'a1', 'acknowledge page');
			message(story, 'p2', 'page');
			story.add('messageSent', { message: 'p2', vendorId: undefined });
			story.add('acknowledged', { person: undefined });
			return story;
		},
		expected: ['pd: acknowledge page'],
	},
	{
		name: 'it is over',
		tell: () => {
			const story = acknowledged();
			message(story, 'a1', 'acknowledge page');
			story.add('resolved', { summary: undefined });
			return story;
		},
		expected: ['pd: resolve page'],
	},
	{
		name: 'it was over long ago',
		tell: () => {
			const story = paged();
			story.add('resolved', { summary: undefined });
			return story;
		},
		now: 60 * minute,
		expected: [],
	},
	{
		name: 'the page never went out',
		tell: () => {
			const story = declaredStory();
			message(story, 'p1', 'page');
			story.add('acknowledged', { person: undefined });
			return story;
		},
		expected: [],
	},
	{
		name: 'a drill',
		tell: () => {
			const story = paged({ kind: 'drill' });
			story.add('acknowledged', { person: undefined });
			return story;
		},
		expected: [],
	},
];

suite('core/comms/paging', () => {
	for (const { name, tell, expected, now } of cases)
		test(name, () => assert.deepEqual(news(tell(), now), expected));

	test('a page that waited until somebody answered wakes nobody', () => {
		const story = declaredStory();
		message(story, 'p1', 'page');
		story.add('acknowledged', { person: undefined });
		const [step] = nextSteps(story.state, 'here', 5 * minute);
		assert.equal(step?.kind === 'drop' && step.why, 'somebody is on it already');
	});

	test('a page says whom it is for, why, and whom to call', () => {
		const page = { name: 'Level 2', contacts: ['Kim +1 555'], why: 'two regions' };
		assert.equal(pageText(page), 'Escalated to Level 2\ntwo regions\nContacts: Kim +1 555');
		assert.equal(pageText({ name: 'Sam', contacts: [], why: undefined }), 'Escalated to Sam');
	});
});
