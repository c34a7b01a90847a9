// What happens to an incident from outside: its file cannot be written, another window writes, the runbook is edited.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { IncidentEvent } from '../../src/core/incident/events';
import { encodeLine } from '../../src/core/incident/line';
import { enter, withAnswers } from './dialogs';
import {
	command,
	does,
	recordedOf,
	recordRoot,
	runbookFile,
	showRunbook,
	trustedOnly,
	until,
} from './record';

const title = 'Courier app is slow';

function declared() {
	const event = recordedOf('declared').find(({ data }) => data.title === title);
	assert.ok(event);
	return event;
}

/** The severity as set last in this incident. */
const severitySet = () =>
	recordedOf('severityChanged').findLast((event) => event.incident === declared().incident);
const items = () => declared().data.runbook?.items ?? [];

suite('An incident and the world around it', () => {
	trustedOnly();
	suiteSetup(showRunbook);

	suiteSetup(async () => {
		await does('declareIncident', { inputs: [title, enter], picks: ['SEV-2', enter, enter] });
		await does('tickItem', { picks: [enter] });
		await does('changeSeverity', { picks: ['SEV-1'] });
	});

	suiteTeardown(() => does('resolveIncident', { inputs: ['', ''], buttons: ['Resolve'] }));

	test('what was typed comes back when it could not be saved', async () => {
		const file = path.join(recordRoot(), declared().incident, `${declared().writer}.jsonl`);
		fs.renameSync(file, `${file}.away`);
		fs.mkdirSync(file);
		const repair = async (): Promise<void> => {
			if (!fs.existsSync(`${file}.away`)) return;
			fs.rmdirSync(file);
			fs.renameSync(`${file}.away`, file);
			await new Promise((resolve) => setTimeout(resolve, 1000));
		};
		const shown = await withAnswers(
			{ inputs: ['do not lose me', 'do not lose me'], buttons: ['Edit and Try Again'], meanwhile: repair },
			() => command('addNote'),
		);
		await repair();
		assert.deepEqual(shown.values, ['', 'do not lose me']);
		assert.equal(recordedOf('noteAdded').filter(({ data }) => data.text === 'do not lose me').length, 1);
	});

	test('a conflict with another window is settled by choosing', async () => {
		const seen = severitySet();
		await does('changeSeverity', { picks: ['SEV-3'] });
		const mine = severitySet();
		assert.ok(seen && mine);
		const theirs = { ...mine, id: 'f'.repeat(32), writer: 'window-other', seq: 1, by: 'kim', prev: seen.id };
		const hlc = [mine.hlc[0] + 1, 0] as const;
		const line = encodeLine({ ...theirs, hlc, data: { severity: 'SEV-1' } } satisfies IncidentEvent);
		fs.writeFileSync(path.join(recordRoot(), declared().incident, 'window-other.jsonl'), `${line}\n`);
		const answers = { picks: ['Severity is now SEV-3'] };
		let shown = await does('settleConflict', answers, { key: 'severity' });
		// The other window's line is seen a moment after it was written.
		for (let left = 50; left > 0 && shown.events.length === 0; left--) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			shown = await does('settleConflict', answers, { key: 'severity' });
		}
		assert.deepEqual(shown.picks, [['Severity is now SEV-1', 'Severity is now SEV-3']]);
		assert.deepEqual(shown.events[0]?.data, { severity: 'SEV-3' });
		const again = await does('settleConflict');
		assert.match(again.messages[0] ?? '', /^There is no conflict in this incident\.$/);
	});

	test('the runbook edited on disk: recorded once, ticks stay with their items, also there and back', async () => {
		const text = fs.readFileSync(runbookFile(), 'utf8');
		const revised = () => recordedOf('runbookRevised');
		const edited = text.replace(
			'- [ ] **Declare**: post',
			'- [ ] **Say it out loud**: say so\n- [ ] **Declare**: at once post',
		);
		fs.writeFileSync(runbookFile(), edited);
		await until(() => revised().length === 1);
		const list = revised()[0]?.data.items ?? [];
		assert.equal(list.length, items().length + 1);
		assert.equal(list[1]?.id, items()[0]?.id);
		assert.notEqual(list[1]?.as, undefined);
		// The tick from above is where it was: the first item left is the new one, as soon as the window knows.
		let first: string | undefined;
		await until(
			() => first?.startsWith('Say it out loud'),
			async () => {
				first = (await does('tickItem')).picks[0]?.[0];
			},
		);
		fs.writeFileSync(runbookFile(), text);
		await until(() => revised().length === 2);
		assert.deepEqual(
			revised()[1]?.data.items.map(({ id }) => id),
			items().map(({ id }) => id),
		);
	});

	test('an edit that is not saved is no revision', async () => {
		// In a browser VS Code saves by itself, unless told otherwise.
		const autoSave = vscode.workspace.getConfiguration('files');
		await autoSave.update('autoSave', 'off', vscode.ConfigurationTarget.Global);
		const before = recordedOf('runbookRevised').length;
		const editor = await vscode.window.showTextDocument(vscode.Uri.file(runbookFile()));
		await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Draft\n\n'));
		await new Promise((resolve) => setTimeout(resolve, 2500));
		assert.equal(recordedOf('runbookRevised').length, before);
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await autoSave.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
	});
});
