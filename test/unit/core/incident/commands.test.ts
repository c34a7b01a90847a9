import assert from 'node:assert/strict';
import { checklistItems } from '../../../../src/core/incident/checklistItems';
import { isDay } from '../../../../src/core/incident/day';
import { ownersOf } from '../../../../src/core/incident/decisionOwner';
import { foldIncident } from '../../../../src/core/incident/fold';
import type { IncidentEvent } from '../../../../src/core/incident/events';
import type { IncidentState, RunbookReference } from '../../../../src/core/incident/model';
import { outstandingOf, outstandingWords } from '../../../../src/core/incident/outstanding';
import { peopleIn } from '../../../../src/core/incident/people';
import { conflictTitle, settlementsOf } from '../../../../src/core/incident/settle';
import { readTimedText, type TimedTextProblem } from '../../../../src/core/incident/timedText';
import { undoableBy, undoTarget } from '../../../../src/core/incident/undoable';
import { itemsNotNow } from '../../../../src/core/runbook/notNow';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { EventWriter } from '../../../support/incidentEvents';

function fold(events: readonly IncidentEvent[]): IncidentState {
	const state = foldIncident(events);
	assert.ok(state);
	return state;
}

const runbook: RunbookReference = {
	path: 'RUNBOOK.md',
	sha256: 'x',
	items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Item ${id}`, path: ['Start'] })),
};

suite('readTimedText', () => {
	const now = Date.UTC(2026, 10, 23, 12, 0);
	const minute = 60_000;
	const rows: readonly (readonly [string, string, number | undefined])[] = [
		['pool exhausted', 'pool exhausted', undefined],
		['  -10m  pool exhausted ', 'pool exhausted', now - 10 * minute],
		['-10m: pool exhausted', 'pool exhausted', now - 10 * minute],
		['2026-11-23T03:04Z pool', 'pool', Date.UTC(2026, 10, 23, 3, 4)],
		// What only looks like a time is text.
		['-1 pod left', '-1 pod left', undefined],
		['25:99 is no time', '25:99 is no time', undefined],
		['14:05ish', '14:05ish', undefined],
	];
	for (const [input, text, at] of rows)
		test(input, () => assert.deepEqual(readTimedText(input, now), { text, at }));

	test('14:05 is today’s or yesterday’s', () => {
		const read = readTimedText('14:05 pool', now);
		assert.ok(typeof read === 'object' && read.at !== undefined && read.text === 'pool');
		assert.ok(read.at <= now && read.at > now - 25 * 60 * minute);
	});

	const problems: readonly (readonly [string, TimedTextProblem])[] = [
		['', 'empty'],
		[' \n ', 'empty'],
		['-10m', 'onlyTime'],
		['-10m ', 'onlyTime'],
		['2027-01-01T00:00Z pool', 'future'],
	];
	for (const [input, problem] of problems)
		test(`${JSON.stringify(input)} is a problem`, () => assert.equal(readTimedText(input, now), problem));
});

suite('undo', () => {
	const writer = new EventWriter();
	const declared = writer.declare();
	const note = writer.write('noteAdded', { text: 'pool', happenedAt: undefined });
	const done = writer.write('itemDone', { item: 'a', text: 'Item a' });
	const other = writer.write('itemDone', { item: 'b', text: 'Item b' }, { by: 'kim' });
	const undone = writer.write('undone', { of: done.id, text: 'x' });
	const events = [declared, note, done, other, undone];

	test('offers one’s own, newest first, without what was taken back, declared or undone', () => {
		const texts = undoableBy(events, fold(events), 'ana').map(({ text }) => text);
		assert.deepEqual(texts, ['pool']);
		const before = events.slice(0, 4);
		assert.deepEqual(
			undoableBy(before, fold(before), 'ana').map(({ of }) => of),
			[done.id, note.id],
		);
	});

	test('an entry can be taken back, brought back, or neither', () => {
		const target = (entry: string) => undoTarget(events, fold(events), entry);
		assert.deepEqual(target(other.id), { kind: 'undo', of: other.id, text: 'Done: Item b', at: other.at });
		assert.deepEqual(target(done.id), {
			kind: 'bringBack',
			of: undone.id,
			text: 'Done: Item a',
			at: done.at,
		});
		assert.deepEqual(target(declared.id), { kind: 'fixed', text: 'Declared: Down (SEV-2)' });
		assert.deepEqual(target('nowhere'), { kind: 'unknown' });
	});

	test('bringing back makes it count again', () => {
		const back = writer.write('undone', { of: undone.id, text: 'x' });
		assert.equal(fold([...events, back]).items.get('a')?.done, true);
	});
});

suite('what is outstanding', () => {
	const writer = new EventWriter();
	const events = [
		writer.declare({ runbook }),
		writer.write('itemDone', { item: 'a', text: 'Item a' }),
		writer.write('itemStarted', { item: 'b', text: 'Item b' }),
		writer.write('itemSkipped', { item: 'c', text: 'Item c', why: 'no need' }),
		writer.write('itemAdded', { item: 'added-1', text: 'Call them', path: [], dueAt: undefined }),
		writer.write('scriptStarted', { run: 'r', title: 'Roll back', sha256: 'x' }),
		writer.write('roleOffered', { role: 'IC', to: 'kim', brief: undefined }),
	];
	const state = fold(events);

	test('items by where they stand, the added ones last', () => {
		assert.deepEqual(
			checklistItems(state).map(({ id, state: where }) => `${id} ${where}`),
			['a done', 'b started', 'c skipped', 'd open', 'added-1 open'],
		);
	});

	const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
		[
			'everything',
			[],
			[
				'3 of 5 checklist items are not done (1 skipped).',
				'No result from: Roll back.',
				'Offered and not accepted: IC.',
			],
		],
		['without what is for later', ['d', 'added-1'], ['1 of 3 checklist items is not done (1 skipped).']],
		['all done', ['b', 'd', 'added-1'], ['Every checklist item is done (1 skipped).']],
		['no checklist', ['a', 'b', 'c', 'd', 'added-1'], ['There is no checklist.']],
	];
	for (const [name, notNow, words] of rows) {
		test(name, () => {
			const said = outstandingWords(outstandingOf(state, new Set(notNow)));
			assert.deepEqual(said.slice(0, words.length), words);
		});
	}

	test('items for after the incident and for other severities are not held against it', () => {
		const text = `# R
## T+0 to T+5: Start
- [ ] Declare
- [ ] Page everybody (SEV-1)
## Post-Incident
### Follow-up (Within 24 hours of resolution)
- [ ] Write it down
`;
		const parsed = parseRunbook(text);
		const names = (severity: 'SEV-1' | 'SEV-3' | 'unknown') =>
			itemsNotNow(parsed, severity).map((id) => id.split('-')[0]);
		assert.deepEqual(names('SEV-3'), ['page', 'write']);
		assert.deepEqual(names('SEV-1'), ['write']);
		assert.deepEqual(names('unknown'), ['write']);
	});
});

suite('people', () => {
	test('role holders, then those offered a role, then writers, each once', () => {
		const writer = new EventWriter();
		const events = [
			writer.declare({ roles: [{ role: 'IC', person: 'kim' }] }),
			writer.write('noteAdded', { text: 'x', happenedAt: undefined }, { by: 'lee' }),
			writer.write('roleOffered', { role: 'IC', to: 'mo', brief: undefined }),
		];
		assert.deepEqual(peopleIn(fold(events)), ['kim', 'mo', 'ana', 'lee']);
	});

	const roles = [
		{ name: 'Incident Commander', short: 'IC' },
		{ name: 'Scribe', short: undefined },
	];
	const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
		['IC', { 'Incident Commander': 'kim' }, ['kim']],
		['IC', { ic: 'kim' }, ['kim']],
		['Incident Commander', { IC: 'kim' }, ['kim']],
		['IC', { Scribe: 'lee' }, []],
		['Head of Operations', { 'head of operations': 'mo', Scribe: 'lee' }, ['mo']],
		['Duty Manager', {}, []],
	];
	for (const [owner, held, holders] of rows) {
		test(`${owner} among ${JSON.stringify(held)}`, () =>
			assert.deepEqual(ownersOf(owner, roles, new Map(Object.entries(held))), holders));
	}
});

suite('settlementsOf', () => {
	const writer = new EventWriter();
	const declared = writer.declare();
	const seen = writer.write('severityChanged', { severity: 'SEV-3' }, { prev: '' });
	const first = writer.write('severityChanged', { severity: 'SEV-1' }, { prev: seen.id });
	const second = writer.write('severityChanged', { severity: 'SEV-2' }, { prev: seen.id, by: 'kim' });
	const events = [declared, seen, first, second];

	test('offers what was set since the last common sight, newest first', () => {
		const state = fold(events);
		assert.deepEqual([...state.conflicts.keys()], ['severity']);
		assert.deepEqual(
			settlementsOf(events, state, 'severity').map(({ text, by }) => `${text}, ${by}`),
			['Severity is now SEV-2, kim', 'Severity is now SEV-1, ana'],
		);
	});

	test('recording one again, in sight of both, settles it', () => {
		const [chosen] = settlementsOf(events, fold(events), 'severity');
		assert.ok(chosen);
		const again = writer.write(chosen.type, chosen.data, { prev: second.id });
		const state = fold([...events, again]);
		assert.deepEqual([state.severity, state.conflicts.size], ['SEV-2', 0]);
	});

	test('a milestone says what it replaces now', () => {
		const set = (at: number, by: string) =>
			writer.write('milestoneSet', { milestone: 'mitigatedAt', at, before: undefined }, { prev: '', by });
		const both = [declared, set(5, 'ana'), set(7, 'kim')];
		const [newest] = settlementsOf(both, fold(both), 'milestone:mitigatedAt');
		assert.deepEqual(newest?.data, { milestone: 'mitigatedAt', at: 7, before: 7 });
	});

	test('titles for people', () => {
		const items = new Map([['a', 'Item a']]);
		assert.deepEqual(
			['severity', 'item:a', 'role:IC: Night'].map((key) => conflictTitle(key, items)),
			['Severity', 'Item: Item a', 'Role: IC: Night'],
		);
	});
});

suite('isDay', () => {
	for (const [text, expected] of [
		['2026-12-01', true],
		['2028-02-29', true],
		['2026-02-29', false],
		['2026-13-01', false],
		['2026-1-1', false],
		['tomorrow', false],
	] as const)
		test(text, () => assert.equal(isDay(text), expected));
});
