// The main job in the sample workspace, as far as it can be driven without a mouse: what a person answers is given by
// withAnswers, what came of it is read from the record on disk.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { enter, withAnswers } from './dialogs';
import { command, folder, recorded, showRunbook, trustedOnly, until } from './record';

async function run(script: string): Promise<string> {
	const before = recorded().length;
	const shown = await withAnswers({ picks: [script], buttons: ['Run'] }, () => command('runScript'));
	const finished = recorded()
		.slice(before)
		.findLast((event) => event.type === 'scriptFinished');
	assert.ok(finished?.type === 'scriptFinished', shown.messages.join('\n'));
	const { outcome } = finished.data;
	return outcome.kind === 'exited' ? `exit ${outcome.exitCode}` : outcome.reason;
}

suite('Incident', () => {
	trustedOnly();
	suiteSetup(showRunbook);

	test('without an incident, looking has written nothing', () => assert.deepEqual(recorded(), []));

	test('declare: title and severity, then Enter; and the runbook with its items', async () => {
		const answers = { inputs: ['Checkout  down', enter], picks: ['SEV-2', enter, enter] };
		await withAnswers(answers, () => command('declareIncident'));
		const [event] = recorded();
		assert.ok(event?.type === 'declared');
		assert.deepEqual([event.data.title, event.data.severity], ['Checkout down', 'SEV-2']);
		assert.equal(event.data.runbook?.path, 'runbooks/INCIDENT_RESPONSE.md');
		assert.equal(event.data.runbook.items.length, 41);
	});

	test('declare again asks which incident is meant, and giving up declares nothing', async () => {
		const { picks } = await withAnswers({}, () => command('declareIncident'));
		assert.deepEqual(picks, [['$(flame) Continue: Checkout down', '$(add) Declare Another Incident']]);
		assert.equal(recorded().length, 1);
	});

	test('a note', async () => {
		await withAnswers({ inputs: [' pool exhausted '] }, () => command('addNote'));
		const event = recorded().at(-1);
		assert.ok(event?.type === 'noteAdded' && event.data.text === 'pool exhausted');
	});

	test('the state is a document that follows the record', async () => {
		await command('showState');
		const incident = recorded()[0]?.incident ?? '';
		const uri = vscode.Uri.from({ scheme: 'runbook-response-state', path: `/${incident}.md` });
		const document = await vscode.workspace.openTextDocument(uri);
		assert.match(document.getText(), /^# Checkout down\n[^]*\| Severity \| SEV-2 \|/);
		await withAnswers({ inputs: ['it follows'] }, () => command('addNote'));
		await until(() => document.getText().includes('it follows'));
	});

	test('a script that is not confirmed does not run, and is shown in full', async () => {
		const { picks, messages } = await withAnswers({ picks: ['Roll back'] }, () => command('runScript'));
		assert.equal(picks[0]?.length, 7);
		assert.match(
			messages[0] ?? '',
			/^Run “Roll back to the previous release” for “Checkout down”\?\n# Roll back.*\n.*rollback\.sh/,
		);
		assert.match(messages[0] ?? '', /Effect: CHANGES THINGS/);
		assert.equal(recorded().filter(({ type }) => type === 'scriptStarted').length, 0);
	});

	test('a script with a continuation', async () => assert.equal(await run('Show what went out'), 'exit 0'));
	test('a script with a heredoc', async () => assert.equal(await run('Keep the first look'), 'exit 0'));
	test('a script that fails says so', async () =>
		assert.equal(await run('Is production healthy?'), 'exit 1'));

	test('a deploy opens as changes', async () => {
		await command('showRollbackCandidates');
		const [sha = '', title] = execFileSync('git', ['log', '-1', '--first-parent', '--format=%H%n%s'], {
			cwd: folder(),
			encoding: 'utf8',
		}).split('\n');
		await command('openChanges', { kind: 'deploy', deploy: { sha, title } });
		await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(sha.slice(0, 10)));
	});

	test('the postmortem comes from the template of the team, and never over an existing file', async () => {
		const first = await withAnswers({}, () => command('draftPostmortem'));
		await withAnswers({}, () => command('draftPostmortem'));
		assert.match(first.messages.join('\n'), /from runbooks\/POSTMORTEM_TEMPLATE\.md/);
		const files = fs.readdirSync(path.join(folder(), 'postmortems')).sort();
		assert.equal(files.length, 2, files.join());
		assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /Checkout down/);
	});

	test('a postmortem just drafted has nothing to refresh, and the report opens beside its preview', async () => {
		const { messages } = await withAnswers({}, () => command('refreshPostmortem'));
		assert.match(messages.join('\n'), /^Nothing to refresh\./);
		await withAnswers({}, () => command('showIncidentReport'));
		const texts = vscode.workspace.textDocuments.map((document) => document.getText());
		assert.ok(
			texts.some((text) => text.startsWith('# Incident Report\n')),
			texts.join('\n---\n').slice(0, 500),
		);
		const asked = await withAnswers({}, () => command('proposeRunbookChanges'));
		assert.match(asked.messages.join('\n'), /ask for no change of the runbook/);
	});

	test('a postmortem is refreshed from the incident it names, and a file that is none not at all', async () => {
		const id = recorded().at(-1)?.incident ?? '';
		const open = async (name: string, text: string) => {
			const file = path.join(folder(), name);
			fs.writeFileSync(file, text);
			await vscode.window.showTextDocument(vscode.Uri.file(file));
		};
		await open('notes.md', '# Notes\n');
		const refused = await withAnswers({}, () => command('refreshPostmortem'));
		assert.match(refused.messages.join('\n'), /^notes\.md is not in a folder for postmortems/);
		await open('postmortems/unnamed.md', '# Another\n');
		const asked = await withAnswers({}, () => command('refreshPostmortem'));
		assert.equal(asked.picks.length, 1);
		assert.deepEqual(asked.messages, []);
		await open('named.md', `Incident ID: ${id}\n`);
		const named = await withAnswers({}, () => command('refreshPostmortem'));
		assert.deepEqual(named.picks, []);
		assert.match(named.messages.join('\n'), /^Nothing to refresh\./);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		for (const name of ['notes.md', 'postmortems/unnamed.md', 'named.md'])
			fs.rmSync(path.join(folder(), name));
	});

	test('resolve shows what is open, and stops', async () => {
		const answers = { inputs: ['', ''], buttons: ['Resolve'] };
		const { messages } = await withAnswers(answers, () => command('resolveIncident'));
		// Of 41, eleven are for afterwards and one is for SEV-1.
		assert.match(messages[0] ?? '', /29 of 29 checklist items are not done/);
		assert.equal(recorded().at(-1)?.type, 'resolved');
	});
});

suite('A runbook that cannot be used', () => {
	trustedOnly();
	const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
		[
			'empty.md',
			new Uint8Array(),
			/^empty\.md is empty; write the runbook into it or choose another file\.$/,
		],
		['binary.md', Uint8Array.of(35, 32, 0, 1, 2), /^binary\.md is a binary file/],
		['huge.md', new Uint8Array(10 * 1024 * 1024).fill(97), /^huge\.md is 10\.0 MB/],
	];
	for (const [name, bytes, message] of files) {
		test(`${name}: one sentence`, async () => {
			fs.writeFileSync(path.join(folder(), name), bytes);
			await until(async () => (await vscode.workspace.findFiles(name)).length === 1);
			const shown = await withAnswers({ picks: [name] }, () => command('chooseRunbook'));
			assert.equal(shown.messages.length, 1);
			assert.match(shown.messages[0] ?? '', message);
		});
	}
	suiteTeardown(async () => {
		await withAnswers({ picks: ['runbooks/INCIDENT_RESPONSE.md'] }, () => command('chooseRunbook'));
	});
});
