// The commands of an incident, one after the other on one record: what a person answers is given by withAnswers, what
// came of it is read from the disk.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { back, enter } from './dialogs';
import { does, recordedOf, showRunbook, trustedOnly } from './record';

/** Ids and texts of the incident's checklist as declared. */
const items = () =>
	recordedOf('declared').find(({ data }) => data.title.startsWith('Doors'))?.data.runbook?.items ?? [];
const itemAt = (index: number): { readonly item: string } => ({ item: items()[index]?.id ?? '' });

suite('Incident commands', () => {
	trustedOnly();
	let me = '';
	let incident = '';

	suiteSetup(showRunbook);

	test('declare: Escape before the title declares nothing, after it asks once', async () => {
		assert.deepEqual((await does('declareIncident')).events, []);
		const { events, messages } = await does('declareIncident', { inputs: ['Doors stay closed'] });
		assert.deepEqual(events, []);
		assert.match(
			messages[0] ?? '',
			/^Declare “Doors stay closed” as it stands\?\nseverity unknown, Incident Commander: /,
		);
	});

	test('declare: back, severity, roles, when the impact started, kind', async () => {
		const { events, objections } = await does('declareIncident', {
			inputs: ['', 'Doors', 'Doors stay closed', 'kim', 'soon', '-10m'],
			picks: [back, 'SEV-2', 'Technical Lead', enter, enter],
		});
		const [event] = events;
		assert.ok(event?.type === 'declared');
		const { title, severity, kind, roles, impactStartedAt = 0 } = event.data;
		[me, incident] = [event.by, event.incident];
		assert.deepEqual([title, severity, kind], ['Doors stay closed', 'SEV-2', 'real']);
		assert.deepEqual(roles, [
			{ role: 'Incident Commander', person: me },
			{ role: 'Technical Lead', person: 'kim' },
		]);
		assert.ok(Math.abs(event.at - impactStartedAt - 600_000) < 5000);
		assert.equal(objections.length, 2);
	});

	test('a drill: Enter through everything', async () => {
		const { events } = await does('startDrill', {
			inputs: ['Practice', enter],
			picks: ['$(add) Declare Another', enter, enter],
		});
		assert.ok(events[0]?.type === 'declared');
		const { kind, severity, roles } = events[0].data;
		assert.deepEqual([kind, severity, roles.length], ['drill', 'unknown', 1]);
	});

	test('link, cancel, and switch by an argument', async () => {
		const linked = await does('linkIncident', { picks: ['related to', 'Doors stay closed'] });
		assert.deepEqual(linked.events[0]?.data, { relation: 'related to', incident });
		assert.deepEqual((await does('changeStatus', { picks: ['cancelled'] })).events, []);
		const cancelled = await does('changeStatus', { picks: ['cancelled'], buttons: ['Cancel the Incident'] });
		assert.deepEqual(cancelled.events[0]?.data, { status: 'cancelled' });
		await does('switchIncident', {}, { id: incident });
	});

	test('severity: a pick, an argument, and what it is already', async () => {
		assert.deepEqual((await does('changeSeverity', { picks: ['SEV-1'] })).events[0]?.data, {
			severity: 'SEV-1',
		});
		const given = await does('changeSeverity', {}, { severity: 'SEV-2' });
		assert.deepEqual([given.events[0]?.data, given.picks], [{ severity: 'SEV-2' }, []]);
		assert.deepEqual((await does('changeSeverity', { picks: ['SEV-2'] })).events, []);
	});

	test('monitoring counts as mitigated by itself, so that one undo takes both back; and it says so', async () => {
		const { events, messages } = await does('changeStatus', { picks: ['monitoring'] });
		assert.deepEqual(
			events.map(({ data }) => data),
			[{ status: 'monitoring' }],
		);
		assert.match(messages[0] ?? '', /counts as mitigated from now/);
	});

	test('roles: assigned by name, not taken from somebody without a question', async () => {
		const argument = { role: 'Scribe' };
		const assigned = await does('assignRole', { picks: ['$(add) Somebody'], inputs: [' lee '] }, argument);
		assert.deepEqual(assigned.events[0]?.data, { role: 'Scribe', person: 'lee' });
		const asked = await does('takeRole', {}, argument);
		assert.deepEqual(asked.events, []);
		assert.match(asked.messages[0] ?? '', /^lee is Scribe\. Take over from them\?/);
		const taken = await does('takeRole', { picks: ['Communications Lead'] });
		assert.deepEqual(taken.events[0]?.data, { role: 'Communications Lead', person: me });
	});

	test('join: a note without a role', async () => {
		const { events } = await does('joinIncident', { picks: ['$(person) Just'] });
		assert.ok(events[0]?.type === 'noteAdded' && events[0].data.text === `${me} joined`);
	});

	test('a note with its time, changed, and retracted', async () => {
		const added = await does('addNote', { inputs: ['-10m', '-10m pool exhausted'] });
		const [note] = added.events;
		assert.ok(note?.type === 'noteAdded' && note.data.text === 'pool exhausted');
		assert.ok(Math.abs(note.at - (note.data.happenedAt ?? 0) - 600_000) < 5000);
		assert.deepEqual(added.objections, ['Write what happened after the time.']);
		const edited = await does('editEntry', { inputs: ['pool exhausted on eu-2'] }, { eventId: note.id });
		assert.equal(edited.values[0], 'pool exhausted');
		assert.ok(edited.events[0]?.type === 'noteAmended' && edited.events[0].data.note === note.id);
		const retracted = await does('retractEntry', { picks: [enter], inputs: ['it was eu-3'] });
		assert.deepEqual(retracted.events[0]?.data, { note: note.id, why: 'it was eu-3' });
	});

	test('only notes are edited; the message says what to do with the rest', async () => {
		const { events, messages } = await does(
			'editEntry',
			{},
			{ eventId: recordedOf('severityChanged')[0]?.id },
		);
		assert.deepEqual(events, []);
		assert.match(messages[0] ?? '', /^Only notes can be edited or retracted.*“Incident: Undo…”\.$/);
	});

	test('items: tick, start, skip several for one reason', async () => {
		const [first] = items();
		assert.deepEqual((await does('tickItem', { picks: [enter] })).events[0]?.data, {
			item: first?.id,
			text: first?.text,
		});
		assert.equal((await does('startItem', {}, itemAt(1))).events[0]?.type, 'itemStarted');
		const selected = [itemAt(2), itemAt(3)];
		const skipped = await does('skipItem', { inputs: ['', 'only one region'] }, selected[0], selected);
		assert.deepEqual(
			skipped.events.map(({ data }) => data),
			[2, 3].map((index) => ({
				item: items()[index]?.id,
				text: items()[index]?.text,
				why: 'only one region',
			})),
		);
		assert.equal(skipped.objections.length, 1);
	});

	test('an item of this incident alone', async () => {
		const { events, objections } = await does('addItem', {
			inputs: ['Call the depot', 'yesterday', '15m'],
			picks: ['T+5 to T+30: Find It and Stop the Bleeding › Mitigation'],
		});
		assert.ok(events[0]?.type === 'itemAdded');
		const { text, path: place, dueAt = 0 } = events[0].data;
		assert.deepEqual([text, place.at(-1), objections.length], ['Call the depot', 'Mitigation', 1]);
		assert.ok(Math.abs(dueAt - events[0].at - 900_000) < 5000);
	});

	test('undo: one’s last, and an entry back and forth', async () => {
		const done = recordedOf('itemDone').at(-1);
		const { events, picks } = await does('undo', { picks: [enter] });
		assert.equal(picks[0]?.[0], 'Added: Call the depot');
		assert.ok(events[0]?.type === 'undone' && events[0].data.of === recordedOf('itemAdded').at(-1)?.id);
		const taken = await does('undo', {}, { eventId: done?.id });
		assert.ok(taken.events[0]?.type === 'undone' && taken.events[0].data.of === done?.id);
		const brought = await does('undo', {}, { eventId: done.id });
		assert.ok(brought.events[0]?.type === 'undone' && brought.events[0].data.of === taken.events[0].id);
		const declared = await does('undo', {}, { eventId: recordedOf('declared').at(-1)?.id });
		assert.equal(declared.events.length, 0);
	});

	test('a milestone from an entry keeps the value it had; a pin and its end', async () => {
		const entry = { eventId: recordedOf('severityChanged').at(-1)?.id };
		const before = recordedOf('declared').find(({ incident: id }) => id === incident)?.data.impactStartedAt;
		const { events } = await does('markMilestone', { picks: ['Impact started'] }, entry);
		assert.deepEqual(events[0]?.data, {
			milestone: 'impactStartedAt',
			at: recordedOf('severityChanged').at(-1)?.at,
			before,
		});
		const typed = await does('markMilestone', { picks: ['Detected', '$(edit) At'], inputs: ['-5m'] });
		assert.ok(typed.events[0]?.type === 'milestoneSet' && typed.events[0].data.milestone === 'detectedAt');
		const pins = [await does('pinEntry', {}, entry), await does('unpinEntry', {}, entry)];
		assert.deepEqual(
			pins.map(({ events: [event] }) => event?.type === 'entryPinned' && event.data.pinned),
			[true, false],
		);
	});

	test('a decision of somebody else than the runbook says is recorded on confirmation only', async () => {
		const picks = ['Rollback Decisions', 'Roll back now', 'Wrong doors open', 'kim'];
		const asked = await does('recordDecision', { picks });
		assert.deepEqual(asked.events, []);
		assert.match(
			asked.messages[0] ?? '',
			new RegExp(`leaves this to IC, and IC is ${me}\\. Record that kim decided\\?`),
		);
		const { events } = await does('recordDecision', { picks, buttons: ['Record Anyway'] });
		assert.deepEqual(events[0]?.data, {
			decision: 'Rollback Decisions',
			choice: 'Roll back now',
			criteria: ['Wrong doors open'],
			decidedBy: 'kim',
			owner: 'IC',
		});
		const own = await does('recordDecision', { picks: [...picks.slice(0, 2), enter, me] });
		assert.deepEqual([own.events.length, own.messages.length], [1, 0]);
	});

	test('a hand-off: the brief as the person left it, offered, accepted for the other', async () => {
		const meanwhile = async (): Promise<void> => {
			const editor = vscode.window.activeTextEditor;
			if (editor?.document.languageId !== 'markdown' || !editor.document.isUntitled) return;
			await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mind the depot.\n\n'));
		};
		const answers = { picks: ['kim'], buttons: ['Offer'], meanwhile };
		const { events, messages } = await does('handOff', answers, { role: 'Incident Commander' });
		assert.ok(events[0]?.type === 'roleOffered');
		assert.match(
			events[0].data.brief ?? '',
			/^Mind the depot\.\n\n(?:Mind.*\n\n)*# Hand-off of Incident Commander to kim\n/,
		);
		assert.match(messages[1] ?? '', /nothing was sent/);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		const accepted = await does('acceptRole', { picks: [enter], buttons: ['Accept for kim'] });
		assert.deepEqual(accepted.events[0]?.data, {
			role: 'Incident Commander',
			person: 'kim',
			offer: events[0].id,
		});
	});

	test('hypotheses and action items', async () => {
		await does('addHypothesis', { inputs: ['the pool is too small'] });
		const resolved = await does('resolveHypothesis', { picks: [enter, 'ruled out'], inputs: [''] });
		assert.ok(
			resolved.events[0]?.type === 'hypothesisResolved' && resolved.events[0].data.outcome === 'ruled out',
		);
		const added = await does('addActionItem', {
			inputs: ['Alert on the pool', 'lee', '2026-02-30', '2027-01-15'],
			picks: ['detect'],
		});
		const fields = { text: 'Alert on the pool', owner: 'lee', due: '2027-01-15', kind: 'detect' };
		assert.deepEqual(added.events[0]?.data, fields);
		const changed = await does('changeActionItem', { picks: [enter, 'It is done'] });
		assert.deepEqual(changed.events[0]?.data, { ...fields, done: true, actionItem: added.events[0].id });
	});

	test('resolve: what is outstanding can be looked at and finished; reopen, resolve, close', async () => {
		const shown = await does('resolveIncident', {
			buttons: ['Show Outstanding Items', 'Resolve'],
			picks: [enter],
			inputs: ['rolled back'],
		});
		assert.match(
			shown.messages[0] ?? '',
			/^Resolve “Doors stay closed” \(SEV-2\)\?\n26 of 29 checklist items are not done/,
		);
		assert.match(shown.messages[1] ?? '', /\n25 of 29 /);
		assert.deepEqual(
			shown.events.map(({ type }) => type),
			['itemDone', 'resolved'],
		);
		const reopened = await does('reopenIncident', { inputs: ['doors closed again'] });
		assert.deepEqual(reopened.events[0]?.data, { why: 'doors closed again' });
		assert.equal((await does('closeIncident')).events.length, 0);
		await does('resolveIncident', { buttons: ['Resolve'], inputs: [''] });
		assert.equal((await does('closeIncident', { buttons: ['Close'] })).events[0]?.type, 'closed');
	});

	test('written down after the fact, with its times', async () => {
		const { events } = await does('declareIncident', {
			inputs: ['Old outage', '-3h', '-2h', '-4h', '-1h'],
			picks: ['SEV-2', enter, '$(history) Write'],
		});
		assert.deepEqual(
			events.map(({ type }) => type),
			['declared', 'milestoneSet', 'resolved'],
		);
		const [declared, ended] = events;
		assert.ok(declared?.type === 'declared' && ended?.type === 'milestoneSet');
		assert.equal(declared.data.kind, 'backfilled');
		assert.ok((ended.data.at ?? 0) - (declared.data.declaredAt ?? 0) >= 3_600_000 - 5000);
	});
});
