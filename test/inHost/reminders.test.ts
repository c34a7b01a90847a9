// Clocks and reminders in the sample workspace. The incident comes from another writer, as from a second window or the
// command line, declared twenty minutes ago; what a person answers is given by withAnswers.
import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { decodeLine, encodeLine } from '../../src/core/incident/line';
import { withAnswers } from './dialogs';
import { runbookFile } from './record';

const incident = 'inc-20260101-0000-clocks';
const minute = 60_000;
const command = (name: string, argument?: unknown): Thenable<unknown> =>
	vscode.commands.executeCommand(`runbookResponse.${name}`, argument);

function recordFolder(id = incident): string {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
	return path.join(folder, '.git/runbook-response/incidents', id);
}

/** With another hash the window would say that the runbook was edited, and take the answer meant for a reminder. */
function sha256(file: string): string {
	return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

let written = 0;

/** Another process writes an event into the record. */
function elsewhere<T extends EventType>(type: T, data: EventData[T], id = incident): void {
	const at = Date.now();
	const event = {
		v: 1,
		id: `c10c${String(++written).padStart(28, '0')}`,
		incident: id,
		writer: 'elsewhere',
		seq: written,
		hlc: [at, written],
		at,
		by: 'Kim',
		type,
		data,
	};
	fs.mkdirSync(recordFolder(id), { recursive: true });
	const line = encodeLine(event as unknown as IncidentEvent);
	fs.appendFileSync(path.join(recordFolder(id), 'elsewhere.jsonl'), line.endsWith('\n') ? line : `${line}\n`);
}

/** What other tests left open would remind of itself in between. */
function endOthers(): void {
	const folder = path.dirname(recordFolder());
	for (const id of fs.existsSync(folder) ? fs.readdirSync(folder) : [])
		elsewhere('statusChanged', { status: 'cancelled' }, id);
}

/** What this window wrote, of one type, oldest first. */
function recorded<T extends EventType>(type: T): readonly EventData[T][] {
	return fs
		.readdirSync(recordFolder())
		.filter((file) => file.startsWith('window-'))
		.flatMap((file) => fs.readFileSync(path.join(recordFolder(), file), 'utf8').split('\n'))
		.flatMap((line) => {
			const found = decodeLine(line);
			return found.kind === 'event' && found.event.type === type ? [found.event.data as EventData[T]] : [];
		});
}

async function until(condition: () => boolean): Promise<void> {
	for (let left = 300; left > 0; left--) {
		if (condition()) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Waited in vain for: ${condition.toString()}`);
}

suite('Clocks and reminders', () => {
	const window = vscode.window as unknown as Record<string, unknown>;
	const state = Object.getOwnPropertyDescriptor(window, 'state');

	suiteSetup(async function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		endOthers();
		// A host without a screen has no focus; the person is at this window.
		Object.defineProperty(window, 'state', { value: { focused: true, active: true }, configurable: true });
	});
	suiteTeardown(() => {
		if (state) Object.defineProperty(window, 'state', state);
		if (written > 0) elsewhere('statusChanged', { status: 'cancelled' });
	});

	test('what was missed is one reminder, and a snooze is recorded', async () => {
		const { messages } = await withAnswers({ buttons: ['Snooze 30 min'] }, async () => {
			const roles = [{ role: 'Incident Commander', person: 'Kim' }];
			const runbook = { path: 'runbooks/INCIDENT_RESPONSE.md', sha256: sha256(runbookFile()), items: [] };
			const declaredAt = Date.now() - 20 * minute;
			elsewhere('declared', { title: 'Walls do not open', severity: 'SEV-1', roles, runbook, declaredAt });
			await until(() => fs.readdirSync(recordFolder()).some((file) => file.startsWith('window-')));
			await until(() => recorded('updateSnoozed').length === 1);
		});
		assert.equal(messages.length, 1, messages.join('\n'));
		assert.match(
			messages[0] ?? '',
			/^Page to level 1, Primary On-Call is late by 20 min \(not acknowledged; 10 min between levels, runbook line \d+\)\. Late too: .+, .+ and \d+ more$/,
		);
		const [snoozed] = recorded('updateSnoozed');
		assert.equal(snoozed?.clock, 'escalation:1');
		assert.ok(Math.abs((snoozed.until ?? 0) - Date.now() - 30 * minute) < minute);
	});

	test('an update that comes due: Do It begins its message, and posting it starts the clock anew', async () => {
		const { messages } = await withAnswers({ buttons: ['Do It'], picks: ['Empty Message'] }, async () => {
			const postedAt = Date.now() - 15 * minute + 3000;
			elsewhere('updatePosted', { audience: 'internal', text: 'looking', postedAt });
			await until(() => vscode.window.activeTextEditor?.document.isUntitled === true);
			await vscode.window.activeTextEditor?.edit((edit) =>
				edit.insert(new vscode.Position(0, 0), 'rolling back'),
			);
			await command('markDraftPosted');
			await until(() => recorded('updatePosted').length === 1);
		});
		assert.equal(messages.length, 1, messages.join('\n'));
		assert.match(messages[0] ?? '', /^Internal update is due \(SEV-1: every 15 min, runbook line \d+\)$/);
		assert.deepEqual(recorded('updatePosted'), [{ audience: 'internal', text: 'rolling back' }]);
	});

	test('Mark Update as Posted offers the audiences', async () => {
		const { picks } = await withAnswers({ picks: ['Status page'], inputs: ['We are on it.'] }, () =>
			command('markUpdatePosted'),
		);
		assert.deepEqual(picks, [
			['Internal update', 'Status page update', 'Customer notice', 'Support briefing', 'Management update'],
		]);
		assert.equal(recorded('updatePosted').at(-1)?.audience, 'status page');
	});

	test('Escalate offers the levels of the runbook with their contacts, and records who was paged', async () => {
		const { picks } = await withAnswers({ picks: ['Level 2'], inputs: ['two regions down'] }, () =>
			command('escalate'),
		);
		assert.deepEqual(picks, [
			[
				'$(check) Acknowledge',
				'Level 1: Primary On-Call',
				'Level 2: Duty Manager',
				'Level 3: Head of Operations',
				'$(megaphone) All Levels at Once: Medicine Locker Exception',
			],
		]);
		assert.deepEqual(recorded('escalated'), [
			{
				level: 2,
				name: 'Duty Manager',
				contacts: ['Duty Manager: +1-555-0117'],
				why: 'two regions down',
			},
		]);
	});

	test('leaving Escalate records nothing', async () => {
		await withAnswers({}, () => command('escalate'));
		await withAnswers({ picks: ['Level 3'] }, () => command('escalate'));
		assert.equal(recorded('escalated').length, 1);
	});

	test('Acknowledge stops the ladder', async () => {
		await withAnswers({}, () => command('acknowledge'));
		assert.equal(recorded('acknowledged').length, 1);
		const { picks } = await withAnswers({}, () => command('snoozeReminder'));
		assert.ok(picks[0] && picks[0].length > 0 && !picks[0].some((label) => label.startsWith('Page to')));
	});

	test('Snooze Reminder can stop one for good', async () => {
		await withAnswers({ picks: ['Status page update', 'Stop'] }, () => command('snoozeReminder'));
		assert.deepEqual(recorded('updateSnoozed').at(-1), {
			clock: 'update:status page',
			title: 'Status page update',
		});
		const { picks } = await withAnswers({}, () => command('snoozeReminder'));
		assert.ok(!picks[0]?.includes('Status page update'));
	});
});
