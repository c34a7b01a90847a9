import assert from 'node:assert/strict';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { agendaOf } from '../../../../src/core/schedule/agenda';
import type { DueItem } from '../../../../src/core/schedule/dueItem';
import { contactsOf, contactText } from '../../../../src/core/schedule/levelContacts';
import { statusWords } from '../../../../src/core/schedule/statusWords';
import { byNeed } from '../../../../src/core/schedule/urgency';
import { minutesText, reminderText, whenDue } from '../../../../src/core/schedule/whenDue';
import { at, clockRunbook, story, type Told } from '../../../support/clockStory';

const utc = (instant: number): string => new Date(instant).toISOString().slice(11, 16);
const led: readonly Told[] = [
	[0, 'roleAssigned', { role: 'IC', person: 'Bo' }],
	[0, 'acknowledged', { person: undefined }],
];

suite('statusWords', () => {
	const text = (minutes: number, ...told: readonly Told[]): string => {
		const state = story([...led, ...told]);
		const items = agendaOf(state, clockRunbook, at(minutes)).filter(({ kind }) => kind === 'update');
		return statusWords(state, items, at(minutes), utc).text;
	};
	const cases: readonly (readonly [number, string, ...Told[]])[] = [
		[6, 'SEV-1 T+06:00 · status page due in 4 min'],
		[6.5, 'SEV-1 T+06:30 · status page due in 4 min'],
		[10, 'SEV-1 T+10:00 · status page due now'],
		[10.9, 'SEV-1 T+10:54 · status page due now'],
		[12, 'SEV-1 T+12:00 · status page late by 2 min'],
		[
			12,
			'SEV-1 T+12:00 · update due in 3 min',
			[11, 'updatePosted', { audience: 'status page', text: 'x', postedAt: undefined }],
		],
		[
			12,
			'SEV-1 T+12:00 · update due in 3 min',
			[12, 'updateSnoozed', { clock: 'update:status page', title: 'x', until: at(22) }],
		],
		[130, 'SEV-1 T+2:10:00 · status page late by 2 h'],
		[-60, 'SEV-1 T+00:00 · status page due in 1 h 10 min'],
	];
	for (const [minutes, expected, ...told] of cases) {
		test(expected, () => assert.equal(text(minutes, ...told), expected));
	}

	test('a drill says so, and an unknown severity', () => {
		const state = story(led, { kind: 'drill', severity: 'unknown' });
		assert.equal(statusWords(state, [], at(1), utc).text, 'Drill SEV ? T+01:00');
	});

	test('for ears it changes at most once a minute, however the seconds fall', () => {
		const state = story([
			...led,
			[2.4, 'updatePosted', { audience: 'internal', text: 'x', postedAt: undefined }],
		]);
		const items = agendaOf(state, clockRunbook, at(0));
		const said = [...Array(40 * 12).keys()].map(
			(step) => statusWords(state, items, at(step / 12), utc).spoken,
		);
		const changes = said.flatMap((words, step) => (words === said[step - 1] ? [] : [step]));
		assert.ok(
			changes.every((step) => step % 12 === 0),
			changes.join(),
		);
		assert.match(said[0] ?? '', /^Incident, SEV-1, Lamps out, declared 0 minutes ago, .* due in 5 minutes$/);
	});

	test('the next three, each with its line of the runbook', () => {
		const state = story(led);
		const { next } = statusWords(state, agendaOf(state, clockRunbook, at(11)), at(11), utc);
		assert.deepEqual(next, [
			'Status page update: late by 1 min (SEV-1: within 10 min, runbook line 31)',
			'Internal update: due in 4 min (SEV-1: every 15 min, runbook line 28)',
			'Customer notice: due in 4 min (SEV-1: within 15 min, runbook line 15)',
		]);
	});
});

suite('byNeed', () => {
	test('who waits first, then what comes next, then the late parts of the checklist, then what was put off', () => {
		const state = story([[26, 'updateSnoozed', { clock: 'update:internal', title: 'x', until: at(36) }]]);
		const ids = byNeed(agendaOf(state, clockRunbook, at(27)), at(27)).map(({ id }) => id.split('/').at(-1));
		assert.deepEqual(ids, [
			'escalation:1',
			'role:commander',
			'update:status page',
			'update:customers',
			'T+5 to T+30: Mitigation',
			'phase:T+0 to T+5: First look',
			'Communications',
			'item:drain-6050',
			'update:internal',
		]);
	});
});

suite('words of a clock', () => {
	const item = (change: Partial<DueItem>): DueItem => ({
		id: 'x',
		kind: 'update',
		title: 'Status page update',
		from: at(0),
		dueAt: at(30),
		remindAt: at(30),
		everyMin: 30,
		because: 'SEV-1: every 30 min',
		line: 210,
		who: undefined,
		condition: undefined,
		action: { kind: 'postUpdate', audience: 'status page' },
		...change,
	});
	test('a reminder says what, when, why and where', () => {
		assert.equal(
			reminderText(item({}), at(30)),
			'Status page update is due (SEV-1: every 30 min, runbook line 210)',
		);
		assert.equal(
			reminderText(item({ condition: 'if customer-facing', line: undefined }), at(93)),
			'Status page update is late by 1 h 3 min (SEV-1: every 30 min, if customer-facing)',
		);
	});
	test('put off until a time of day, and then late as before', () => {
		assert.equal(whenDue(item({ remindAt: at(40) }), at(31), utc), 'put off until 03:54');
		assert.equal(whenDue(item({ remindAt: at(40) }), at(41), utc), 'late by 11 min');
	});
	for (const [minutes, text] of [
		[0, '0 min'],
		[59, '59 min'],
		[60, '1 h'],
		[1501, '25 h 1 min'],
	] as const) {
		test(text, () => assert.equal(minutesText(minutes), text));
	}
});

suite('contactsOf', () => {
	const contacts = parseRunbook(
		'# R\n## Emergency Contacts\n- **Primary On-Call**: [PagerDuty contact]\n- **Engineering Manager**: +1 555 0100\n- **Database Issues**: Dee\n- **CTO**: Cy\n',
	).contacts;
	const cases: readonly (readonly [string, string | undefined, readonly string[]])[] = [
		['Monitor', 'On-Call', ['Primary On-Call: not filled in']],
		['Admin', 'Engineering Manager', ['Engineering Manager: +1 555 0100']],
		['Super Admin', 'CTO/Senior Leadership', ['CTO: Cy']],
		['Manager', undefined, ['Engineering Manager: +1 555 0100']],
		['Nobody', undefined, []],
		['', undefined, []],
	];
	for (const [name, role, expected] of cases) {
		test(`${name} (${role})`, () =>
			assert.deepEqual(contactsOf({ name, role }, contacts).map(contactText), expected));
	}
});
