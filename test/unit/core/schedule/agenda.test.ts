import assert from 'node:assert/strict';
import type { IncidentState } from '../../../../src/core/incident/model';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { agendaOf } from '../../../../src/core/schedule/agenda';
import type { DueItem } from '../../../../src/core/schedule/dueItem';
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

const resolved: Told = [60, 'resolved', { summary: undefined }];

/** `T+` of what is due, of the clocks whose id starts so. */
function due(state: IncidentState, start: string, now = 1): readonly string[] {
	return agendaOf(state, clockRunbook, at(now))
		.filter(({ id }) => id.startsWith(start))
		.map(({ id, dueAt }) => `${id} T+${(dueAt - declaredAt) / 60_000}`);
}

suite('agendaOf', () => {
	const cases: readonly (readonly [string, readonly Told[], string, readonly string[]])[] = [
		['the first internal update', [], 'update:internal', ['update:internal T+15']],
		['counted from the last one', [posted(9, 'internal')], 'update:internal', ['update:internal T+24']],
		[
			'not from one of another audience',
			[posted(9, 'customers')],
			'update:internal',
			['update:internal T+15'],
		],
		['status page: the first within', [], 'update:status', ['update:status page T+10']],
		['status page: then every', [posted(4, 'status page')], 'update:status', ['update:status page T+34']],
		['customers once', [], 'update:customers', ['update:customers T+15']],
		['customers: told is told', [posted(4, 'customers')], 'update:customers', []],
		[
			'customers: the ticked item tells too',
			[done(3, itemId('Customer notification'))],
			'update:customers',
			[],
		],
		['the item of that clock is no second one', [], `item:${itemId('Customer notification')}`, []],
		[
			'nor once the update is posted',
			[posted(4, 'customers')],
			`item:${itemId('Customer notification')}`,
			[],
		],
		['a lower severity: longer', [severity(5, 'SEV-2')], 'update:internal', ['update:internal T+30']],
		[
			'a change does not restart',
			[posted(9, 'internal'), severity(20, 'SEV-2')],
			'update:internal',
			['update:internal T+39'],
		],
		[
			'a time that passed by the change is due now',
			[severity(1, 'SEV-2'), severity(22, 'SEV-1')],
			'update:',
			['update:internal T+22', 'update:status page T+22', 'update:customers T+22'],
		],
		['a severity without cadence has no clock', [severity(1, 'SEV-3')], 'update:', []],
		['the window of a phase', [], 'phase:T+0', ['phase:T+0 to T+5: First look T+5', comms(10)]],
		['ends with its last item', [done(2, itemId('Declare'))], 'phase:T+0 to T+5: First look', [comms(10)]],
		[
			'a skipped item is settled',
			[[2, 'itemSkipped', { item: itemId('Declare'), text: 'x', why: 'y' }]],
			'phase:T+0 to T+5: First look',
			[comms(10)],
		],
		['an item with a time', [], 'item:', [`item:${itemId('Drain')} T+20`]],
		['an item that is done', [done(2, itemId('Drain'))], 'item:', []],
		[
			'an added item',
			[[2, 'itemAdded', { item: 'call', text: 'Call', path: [], dueAt: at(7) }], done(3, itemId('Drain'))],
			'item:',
			['item:call T+7'],
		],
		['the first page', [], 'escalation', ['escalation:1 T+0']],
		['a level up after the page before', [paged(3, 1)], 'escalation', ['escalation:2 T+8']],
		['acknowledged', [paged(3, 1), [4, 'acknowledged', { person: undefined }]], 'escalation', []],
		['nobody above the last level', [paged(3, 1), paged(8, 2)], 'escalation', []],
		['nobody leads', [], 'role:', ['role:commander T+0']],
		['somebody leads', [[2, 'roleAssigned', { role: 'IC', person: 'Bo' }]], 'role:', []],
		[
			'an offer has a clock of its own',
			[[2, 'roleOffered', { role: 'Incident Commander', to: 'Bo', brief: undefined }]],
			'offer:',
			[`offer:${'1'.padStart(32, '0')} T+7`],
		],
		[
			'an accepted offer',
			[
				[2, 'roleOffered', { role: 'Incident Commander', to: 'Bo', brief: undefined }],
				[3, 'roleAccepted', { role: 'Incident Commander', person: 'Bo', offer: undefined }],
			],
			'',
			due(story([[2, 'roleAssigned', { role: 'IC', person: 'Bo' }]]), ''),
		],
		[
			'resolved: only the aftermath is left',
			[resolved],
			'',
			['phase:Post-Incident Actions/Immediate T+120', 'postmortem T+2940'],
		],
		['the postmortem is written', [resolved, done(70, itemId('Write'))], 'postmortem', []],
		['closed', [resolved, [80, 'closed', {}]], '', []],
		['cancelled', [[10, 'statusChanged', { status: 'cancelled' }]], '', []],
		['stopped for good', [snoozed(3, 'update:internal', undefined)], 'update:internal', []],
	];
	for (const [name, told, start, expected] of cases) {
		test(name, () => assert.deepEqual(due(story(told), start), expected));
	}

	test('a drill has its clocks, an incident written down afterwards none, nor a severity unheard of', () => {
		assert.deepEqual(due(story([], { kind: 'drill' }), ''), due(story([]), ''));
		assert.deepEqual(due(story([], { kind: 'backfilled' }), ''), []);
	});

	test('T+ counts from the declaration as told, not from when it was written', () => {
		const [first] = agendaOf(story([], { declaredAt: at(-20) }), clockRunbook, at(0)).filter(
			({ id }) => id === 'update:internal',
		);
		assert.equal(first?.dueAt, at(-5));
	});

	test('severity unknown: the strictest cadence, and it says so', () => {
		const items = agendaOf(story([], { severity: 'unknown' }), clockRunbook, at(1));
		const found = items.find(({ id }) => id === 'update:internal');
		assert.deepEqual(
			[found?.dueAt, found?.because],
			[at(15), 'severity unknown, so as for SEV-1: every 15 min'],
		);
	});

	test('a clock says what the runbook says, where, who, and what to do', () => {
		const found = agendaOf(story([]), clockRunbook, at(1)).find(({ id }) => id === 'update:status page');
		assert.deepEqual(found, {
			id: 'update:status page',
			kind: 'update',
			title: 'Status page update',
			from: declaredAt,
			dueAt: at(10),
			remindAt: at(10),
			everyMin: 30,
			because: 'SEV-1: within 10 min',
			line: 31,
			who: 'Communications Lead',
			condition: undefined,
			action: { kind: 'postUpdate', audience: 'status page' },
		} satisfies DueItem);
	});

	test('a condition of the runbook is told, not judged', () => {
		const runbook = parseRunbook(
			'# R\n## Status Page Updates\n- **SEV-1**: every 30 minutes if customer-facing\n',
		);
		const found = agendaOf(story([]), runbook, at(1)).find(({ kind }) => kind === 'update');
		assert.equal(found?.condition, 'if customer-facing');
	});

	const both =
		'# R\n## Now\n- [ ] **Status page**: first post within 10 minutes\n## Status Page Updates\n- **SEV-2**: Update within 30 minutes\n- **SEV-3**: Update only if customers notice\n';
	const overrides: readonly (readonly ['SEV-1' | 'SEV-2' | 'SEV-3' | 'unknown', readonly string[]])[] = [
		['SEV-1', ['update:status page T+10']],
		['SEV-2', ['update:status page T+30']],
		['SEV-3', ['item T+10']],
		['unknown', ['update:status page T+10']],
	];
	for (const [severity, expected] of overrides) {
		test(`what is said of ${severity} goes before what is said of any, and one post is one clock`, () => {
			const items = agendaOf(story([], { severity }), parseRunbook(both), at(1));
			const clocks = items.filter(({ kind }) => kind === 'update' || kind === 'item');
			assert.deepEqual(
				clocks.map(
					({ id, kind, dueAt }) => `${kind === 'item' ? kind : id} T+${(dueAt - declaredAt) / 60_000}`,
				),
				expected,
			);
		});
	}

	test('the exception pages all levels, when the title is about it', () => {
		const state = story([], { title: 'The lighthouse is dark' });
		assert.deepEqual(due(state, 'escalation'), ['escalation:all T+0']);
		assert.deepEqual(due(story([paged(1, 2)], { title: 'Lighthouse' }), 'escalation'), []);
	});

	test('severities that the response times leave out page nobody', () => {
		const ladder =
			'# R\n## Escalation\n5 minutes between levels\n### Level 1: Watch\n- **Response**: at once for SEV-1, 15 min for P2\n';
		const paging = (severity: 'SEV-1' | 'SEV-2' | 'SEV-3' | 'unknown'): boolean =>
			agendaOf(story([], { severity }), parseRunbook(ladder), at(1)).some(
				({ kind }) => kind === 'escalation',
			);
		assert.deepEqual((['SEV-1', 'SEV-2', 'SEV-3', 'unknown'] as const).map(paging), [
			true,
			true,
			false,
			true,
		]);
	});

	test('without a runbook: who leads, offers, and what people added', () => {
		const state = story([[2, 'itemAdded', { item: 'a', text: 'A', path: [], dueAt: at(4) }]]);
		const ids = agendaOf(state, undefined, at(1)).map(({ id }) => id);
		assert.deepEqual(ids, ['role:commander', 'item:a']);
	});

	test('an item keeps its ticks though the revised runbook computes another id for it', () => {
		const drain = itemId('Drain');
		const runbook = { path: 'R.md', sha256: 'h', items: [{ id: 'old', text: 'x', path: [], as: drain }] };
		assert.deepEqual(due(story([done(1, 'old')], { runbook }), 'item:'), []);
	});

	test('a time that has not come yet is told as a doubt, and never moves the clock', () => {
		const ahead = agendaOf(story([posted(500, 'internal')]), clockRunbook, at(20));
		const found = ahead.find(({ id }) => id === 'update:internal');
		assert.match(found?.because ?? '', /one clock is wrong$/);
		assert.equal(found?.dueAt, at(515));
	});

	test('put off: spoken of later, until the update is posted', () => {
		const remind = (...told: readonly Told[]): number =>
			((agendaOf(story(told), clockRunbook, at(16)).find(({ id }) => id === 'update:internal')?.remindAt ??
				0) -
				declaredAt) /
			60_000;
		assert.equal(remind(snoozed(16, 'update:internal', 26)), 26);
		assert.equal(remind(snoozed(16, 'update:customers', 26)), 15);
		assert.equal(remind(snoozed(5, 'update:internal', 12)), 15, 'never earlier than due');
		assert.equal(remind(snoozed(16, 'update:internal', 46), posted(17, 'internal')), 32);
		assert.equal(remind(posted(1, 'internal'), snoozed(17, 'update:internal', 27)), 27);
	});

	test('two parts with one title are two clocks', () => {
		const part = '### Check (First 10 minutes)\n- [ ] a\n';
		const runbook = parseRunbook(`# R\n## P\n${part}- [ ] b\n${part}- [ ] c\n`);
		const ids = agendaOf(story([]), runbook, at(1)).map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		assert.equal(ids.filter((id) => id.startsWith('phase:')).length, 2);
	});
});

function comms(minutes: number): string {
	return `phase:T+0 to T+5: First look/Communications T+${minutes}`;
}
