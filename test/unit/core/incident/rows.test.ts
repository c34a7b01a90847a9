import assert from 'node:assert/strict';
import { incidentRows } from '../../../../src/core/incident/rows/incidentRows';
import { dueIn } from '../../../../src/core/incident/rows/dueRows';
import type { IncidentFacts, IncidentRow } from '../../../../src/core/incident/rows/row';
import type { IncidentState } from '../../../../src/core/incident/model';
import { stateWith, timelineEntry } from '../../../support/incidentState';
import { minute, start, wholeFacts, wholeState } from '../../../support/wholeIncident';

const time = (instant: number): string => new Date(instant).toISOString().slice(11, 16);
const nothing: IncidentFacts = {
	now: start,
	time,
	roles: [],
	levels: [],
	contacts: [],
	agenda: [],
	others: [],
};
const facts: IncidentFacts = { ...wholeFacts(), time };
const state = wholeState();

function lines(rows: readonly IncidentRow[], depth = 0): readonly string[] {
	return rows.flatMap(({ label, description, children }) => [
		'  '.repeat(depth) + [label, description].filter(Boolean).join(' | '),
		...lines(children, depth + 1),
	]);
}

function part(rows: readonly IncidentRow[], id: string): readonly string[] {
	return lines(rows.filter((row) => row.id === id));
}

suite('incident rows', () => {
	test('a fresh incident has its title, severity, status and declaration', () => {
		assert.deepEqual(lines(incidentRows(stateWith(), nothing)), [
			'x',
			'Severity unknown | nobody has decided yet',
			'Investigating | status',
			'Times',
			'  Declared 00:00',
		]);
	});

	const parts: readonly (readonly [string, readonly string[]])[] = [
		['title', ['Checkout answers 500']],
		['severity', ['SEV-1 | severity']],
		[
			'conflict:item:pool',
			['Settle: done or skipped? Check the pool | Ana says done, Kim says skipped at 03:16'],
		],
		[
			'section:others',
			['Also open | 1 incident', '  Search is slow | severity unknown · investigating · since 00:00'],
		],
		[
			'section:due',
			[
				'Next due | 1 late',
				'  Late · Status page | 4 min late, was due 03:34 · Comms',
				'  Internal update | if asked · in 9 min, at 03:47',
			],
		],
		[
			'escalation',
			[
				'Acknowledged by Kim | level 2 of 3, Manager · acknowledged by Kim at 03:19',
				'  Level 1: On-Call | paged',
				'  Level 2: Manager | paged · Manager: kim@example.com',
				'  Level 3: CTO | not paged',
				'  Manager | kim@example.com',
			],
		],
		[
			'section:roles',
			[
				'Roles | 2 of 3 not filled',
				'  IC: Ana | Incident Commander',
				'  Communications Lead: nobody yet',
				'  Scribe: nobody yet | offered to Kim at 03:33, not accepted yet',
			],
		],
		[
			'section:deploys',
			[
				'Suspected deploys | 1 suspect',
				'  v2.3 | new · suspected by Kim at 03:26',
				'  Rollback planned: v2.3 | script · Ana at 03:27',
			],
		],
		[
			'section:hypotheses',
			[
				'Hypotheses | 1 open',
				'  A lock in the migration | Kim, 03:29',
				'  Ruled out · The pool is too small | 40% used · Kim, 03:28',
			],
		],
		['section:decisions', ['Decisions | 1', '  Roll back now | Rollback · Ana, 03:31']],
		['section:updates', ['Updates sent', '  Last internal update 03:32 | Ana · We roll back']],
		[
			'section:times',
			[
				'Times | TTD 4 min · TTA 13 min',
				'  Impact started 03:02 | T-12:00',
				'  Detected 03:06 | T-08:00',
				'  Declared 03:14',
				'  Acknowledged 03:19 | T+05:00',
				'  TTD 4 min | time to detect',
				'  TTA 13 min | time to acknowledge',
			],
		],
		['section:actions', ['Action items | 1 open', '  Alert on the pool | Kim · due 2026-12-01 · detect']],
		[
			'section:people',
			[
				'People | 2',
				'  Ana | Incident Commander · last 03:37 · 11 timeline lines',
				'  Kim | last 03:30 · 9 timeline lines',
			],
		],
		['link:part of:inc-1', ['This is part of inc-1']],
	];
	for (const [id, expected] of parts)
		test(id, () => assert.deepEqual(part(incidentRows(state, facts), id), expected));

	test('ids are each there once, and the same whatever the time', () => {
		const ids = (now: number): readonly string[] => idsOf(incidentRows(state, { ...facts, now }));
		assert.equal(new Set(ids(facts.now)).size, ids(facts.now).length);
		assert.deepEqual(ids(facts.now + 5 * minute), ids(facts.now));
	});

	test('a screen reader hears no seconds, and nothing new within a minute', () => {
		const spoken = (now: number): readonly string[] =>
			all(incidentRows(state, { ...facts, now })).map((row) => row.spoken);
		assert.deepEqual(spoken(facts.now + 59_000), spoken(facts.now));
		for (const text of spoken(facts.now)) assert.doesNotMatch(text, /T[+-]\d|\d\d:\d\d:\d\d/);
	});

	test('the formula stands beside a figure', () => {
		const row = all(incidentRows(state, facts)).find(({ id }) => id === 'figure:TTA');
		assert.equal(row?.tooltip, 'TTA 13 min\ntime to acknowledge = detection to acknowledgement');
	});

	const titles: readonly (readonly [string, Partial<IncidentState>, string])[] = [
		['a drill says so first', { kind: 'drill' }, 'DRILL · x'],
		['so does one written afterwards', { kind: 'backfilled' }, 'Written afterwards · x'],
		['one that is over says so', { status: 'resolved' }, 'RESOLVED · x'],
		['a title is one line that steers nothing', { title: 'a\nb\u202ec' }, 'a b c'],
	];
	for (const [name, change, expected] of titles)
		test(name, () => assert.deepEqual(part(incidentRows(stateWith(change), nothing), 'title'), [expected]));

	test('milestones that run backwards give no figure', () => {
		const milestones = new Map([
			['impactStartedAt', start],
			['detectedAt', start - minute],
			['resolvedAt', start],
		] as const);
		const rows = incidentRows(stateWith({ milestones }), { ...nothing });
		assert.deepEqual(part(rows, 'section:times').slice(0, 1), ['Times | TTR under 1 min']);
	});

	test('who set what holds is not made up when it is older than both', () => {
		const conflicts = new Map([['status', { kept: 'mitigating', other: 'resolved', by: 'Kim', at: start }]]);
		const registers = new Map([['status', { event: 'e', by: 'Kim', at: start }]]);
		assert.deepEqual(part(incidentRows(stateWith({ conflicts, registers }), nothing), 'conflict:status'), [
			'Settle: mitigating or resolved? Status | it is mitigating, Kim says resolved at 03:14',
		]);
	});

	test('a page nobody answered is said so', () => {
		const escalation = { level: 1, at: start, acknowledged: undefined };
		assert.deepEqual(part(incidentRows(stateWith({ escalation }), nothing), 'escalation'), [
			'Not acknowledged: level 1 | level 1 of 1 · paged at 03:14, not acknowledged',
		]);
	});

	test('who was only entered late is placed by when it was written', () => {
		const late = timelineEntry({ eventId: 'a', at: 0, by: 'Ana', kind: 'note', text: 'x' });
		const timeline = [
			{ ...late, writtenAt: start },
			{ ...late, eventId: 'b', at: minute, by: 'Kim' },
		];
		assert.deepEqual(part(incidentRows(stateWith({ timeline }), nothing), 'section:people'), [
			'People | 2',
			'  Ana | last 03:14 · 1 timeline line',
			'  Kim | last 00:01 · 1 timeline line',
		]);
	});

	const dues: readonly (readonly [number, string])[] = [
		[0, 'now'],
		[59_000, 'now'],
		[-59_000, 'now'],
		[4 * minute, 'in 4 min'],
		[-3 * minute, '3 min late'],
		[120 * minute, 'in 2 h'],
		[125 * minute, 'in 2 h 5 min'],
	];
	for (const [milliseconds, expected] of dues)
		test(`due ${milliseconds} ms: ${expected}`, () => assert.equal(dueIn(milliseconds), expected));
});

function all(rows: readonly IncidentRow[]): readonly IncidentRow[] {
	return rows.flatMap((row) => [row, ...all(row.children)]);
}

function idsOf(rows: readonly IncidentRow[]): readonly string[] {
	return all(rows).map(({ id }) => id);
}
