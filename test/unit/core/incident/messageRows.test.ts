import assert from 'node:assert/strict';
import { incidentRows } from '../../../../src/core/incident/rows/incidentRows';
import { declaredStory } from '../../../support/events';
import { wholeFacts } from '../../../support/wholeIncident';

const queued = (message: string, label: string) => ({
	message,
	label,
	device: 'here',
	target: label,
	kind: 'slackBot',
	purpose: 'update' as const,
	audience: 'internal' as const,
	title: 'Down',
	text: 'on it',
});
const time = (instant: number): string => new Date(instant).toISOString().slice(11, 16);

suite('incident rows: messages', () => {
	test('what is not out yet comes with what holds it up, and what is out is no row', () => {
		const story = declaredStory();
		for (const [id, label] of [
			['a', 'Slack'],
			['b', 'Teams'],
			['c', 'ntfy'],
			['d', 'Page'],
		] as const)
			story.add('messageQueued', queued(id, label));
		story.add('messageSent', { message: 'a', vendorId: undefined });
		const failed = { reason: 'the token was revoked; connect it again', retryAt: undefined };
		story.add('messageFailed', { message: 'b', mayHaveArrived: false, ...failed });
		const later = { reason: 'no network', retryAt: 20 * 60_000 };
		story.add('messageFailed', { message: 'c', mayHaveArrived: true, ...later });
		const rows = incidentRows(story.state, { ...wholeFacts(), time, agenda: [], others: [] });
		const section = rows.find(({ id }) => id === 'section:messages');
		assert.equal(section?.description, '3 messages');
		assert.deepEqual(
			section.children.map(({ label, description, subject }) => [subject, label, description]),
			[
				['b', 'Not sent · Teams', 'the token was revoked; connect it again'],
				['c', 'Waiting · ntfy', 'next try at 00:20 from the machine of ana · may have arrived'],
				['d', 'Waiting · Page', 'being sent from the machine of ana'],
			],
		);
	});

	test('nothing waits, so there is no such part', () => {
		const rows = incidentRows(declaredStory().state, { ...wholeFacts(), time, agenda: [], others: [] });
		assert.equal(
			rows.find(({ id }) => id === 'section:messages'),
			undefined,
		);
	});
});
