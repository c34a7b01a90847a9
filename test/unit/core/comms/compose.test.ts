import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeMessage, renderMessage } from '../../../../src/core/comms/compose';
import type { ComposeFacts } from '../../../../src/core/comms/composeFacts';
import {
	checkMessage,
	messageProblemText,
	type MessageContext,
} from '../../../../src/core/comms/messageCheck';
import { findPlaceholders } from '../../../../src/core/runbook/placeholders';
import type { Role } from '../../../../src/core/runbook/model';
import { declaredStory } from '../../../support/events';

const role = (name: string, short: string | undefined): Role => ({
	name,
	short,
	responsibilities: [],
	who: undefined,
	escalation: undefined,
	line: 1,
});

function facts(change: Partial<ComposeFacts> = {}): ComposeFacts {
	const story = declaredStory({
		title: 'Checkout returns 500',
		roles: [
			{ role: 'Incident Commander', person: 'Dana' },
			{ role: 'Communications Lead', person: 'Bo' },
		],
		impactStartedAt: 0,
	});
	story.add('statusChanged', { status: 'mitigating' });
	story.add('noteAdded', { text: 'Impact: card payments fail', happenedAt: undefined });
	story.add('noteAdded', { text: 'draining the pool', happenedAt: undefined });
	return {
		state: story.state,
		roles: [
			role('Incident Commander', 'IC'),
			role('Communications Lead', 'Comms'),
			role('Scribe', undefined),
		],
		channels: [{ name: '#incidents', purpose: undefined, line: 1 }],
		now: 13 * 60_000,
		nextUpdateAt: 28 * 60_000,
		time: (instant) => `minute ${instant / 60_000}`,
		...change,
	};
}

const compose = (text: string, change: Partial<ComposeFacts> = {}): string => {
	const composition = composeMessage({ text, placeholders: findPlaceholders(text, 1) }, facts(change));
	const accepted = composition.gaps.flatMap(({ start, ask, value }) =>
		ask && value !== undefined ? [[start, value] as const] : [],
	);
	return renderMessage(composition, new Map(accepted));
};

suite('a message filled from the record', () => {
	const cases: readonly (readonly [text: string, expected: string])[] = [
		['Severity: [SEV-1/2/3]', 'Severity: SEV-2'],
		['Status: [Investigating/Mitigating/Resolved]', 'Status: Mitigating'],
		['Status: [Investigating | Identified | Monitoring]', 'Status: Identified'],
		['Issue: [Brief description]', 'Issue: Checkout returns 500'],
		['UPDATE [T+XX minutes]', 'UPDATE T+12 minutes'],
		['UPDATE [T+XX]', 'UPDATE T+12'],
		['Incident [ID]', 'Incident inc-story'],
		['Started: $(date)', 'Started: minute 0'],
		['Sent: $(date)', 'Sent: minute 13'],
		['**Start time:** YYYY-MM-DD HH:MM', '**Start time:** minute 0'],
		['IC: [Assign Incident Commander]', 'IC: Dana'],
		['Comms: [name]', 'Comms: Bo'],
		['Scribe: [Assign Scribe]', 'Scribe: [Assign Scribe]'],
		['Now: [What we’re doing now]', 'Now: draining the pool'],
		['Impact: [Current user impact]', 'Impact: card payments fail'],
		['Next: [Next update time or resolution estimate]', 'Next: minute 28'],
		['Next update: {{time}}', 'Next update: minute 28'],
		['Join <incident channel>', 'Join #incidents'],
		['Affects [service]', 'Affects [service]'],
		['Nothing to fill  \n\n', 'Nothing to fill'],
	];
	for (const [text, expected] of cases) test(text, () => assert.equal(compose(text), expected));

	test('a suggestion that nobody accepted stays a gap', () => {
		const text = 'Impact: [Current user impact]';
		const composition = composeMessage({ text, placeholders: findPlaceholders(text, 1) }, facts());
		assert.notEqual(composition.gaps[0]?.value, undefined);
		assert.equal(renderMessage(composition, new Map()), text);
	});

	test('what is only suggested, and what nobody knows, is asked', () => {
		const text = 'A [Brief description] B [What we are doing now] C [service] D [Yes/No]';
		const { gaps } = composeMessage({ text, placeholders: findPlaceholders(text, 1) }, facts());
		assert.deepEqual(
			gaps.map(({ name, ask }) => [name, ask]),
			[
				['Brief description', false],
				['What we are doing now', true],
				['service', true],
				['Yes/No', true],
			],
		);
	});

	test('answers go where they were asked for, gaps of the same name apart, and are text whatever they say', () => {
		const text = '[service] and [service]';
		const composition = composeMessage({ text, placeholders: findPlaceholders(text, 1) }, facts());
		const answers = new Map([
			[0, '$& $1 [ID]'],
			[14, 'b'],
		]);
		assert.equal(renderMessage(composition, answers), '$& $1 [ID] and b');
	});

	test('without a cadence no next update is promised', () =>
		assert.equal(compose('Next update: {{time}}', { nextUpdateAt: undefined }), 'Next update: {{time}}'));

	test('any text, no throw, and what is outside the gaps stays', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (before, after) => {
				const safe = (text: string): string => text.replace(/[[\](){}<>$\s]|[YH][YH]/g, '');
				const text = `${safe(before)}[ID]${safe(after)}`;
				assert.equal(compose(text), `${safe(before)}inc-story${safe(after)}`);
			}),
		);
	});
});

suite('a message looked at before it is sent', () => {
	const context: MessageContext = { audience: 'customers', maxLength: 200, secrets: [], isOpen: true };
	const cases: readonly (readonly [text: string, codes: readonly string[], Partial<MessageContext>?])[] = [
		['We are on it. Next update at 14:00.', []],
		['We are on it.', ['no-next-update']],
		['<!channel> is no gap. Next update at 14:00.', []],
		['All good again.', [], { isOpen: false }],
		['', ['empty', 'no-next-update']],
		['[service] is down. Next update at 14:00.', ['left-over-placeholder']],
		['db-3.prod.internal is slow. Next update in 10 minutes.', ['internal-host']],
		['10.0.3.7 is slow. Next update in 10 minutes.', ['internal-host']],
		['10.0.3.7 is slow. Next update in 10 minutes.', [], { audience: 'internal' }],
		['Rolled back 3f2c1ab. Next update in 10 minutes.', ['commit-hash']],
		['Rolled back deadbeef or 12345678. Next update in 10 minutes.', []],
		['A disaster. Next update in 10 minutes.', ['alarming-word']],
		['token. Next update in 10 minutes.', ['secret'], { secrets: ['a Slack token'] }],
		[`${'x'.repeat(200)} next update`, ['too-long']],
		['version 1.10.0.3 is out. Next update in 10 minutes.', []],
	];
	for (const [text, codes, change] of cases) {
		test(`${text.slice(0, 40)} (${codes.join(', ') || 'fine'})`, () => {
			const problems = checkMessage(text, { ...context, ...change });
			assert.deepEqual(
				problems.map(({ code }) => code),
				codes,
			);
			for (const problem of problems) assert.match(messageProblemText(problem), /\.$/);
		});
	}
});
