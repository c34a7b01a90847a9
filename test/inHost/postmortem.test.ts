// The postmortem from its draft to the open action items, on the sample's own template.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { enter, withAnswers } from './dialogs';
import { command, does, folder, showRunbook, trustedOnly, until } from './record';

const active = (): vscode.TextDocument => {
	const document = vscode.window.activeTextEditor?.document;
	assert.ok(document);
	return document;
};
const git = (...args: readonly string[]): string =>
	execFileSync('git', args, { cwd: folder(), encoding: 'utf8' });

async function replace(document: vscode.TextDocument, from: RegExp, to: string): Promise<void> {
	const match = from.exec(document.getText());
	assert.ok(match, String(from));
	const edit = new vscode.WorkspaceEdit();
	const start = document.positionAt(match.index);
	edit.replace(document.uri, new vscode.Range(start, document.positionAt(match.index + match[0].length)), to);
	await vscode.workspace.applyEdit(edit);
}

/** Runs a command whose changes are shown first, and applies them. */
async function applied(name: string, document: vscode.TextDocument): Promise<void> {
	const before = document.getText();
	const left = await withAnswers({}, () => command(name));
	assert.match(left.messages[0] ?? '', /\d+ changes? to .+, shown on the right\. Nothing is written yet\.$/);
	assert.equal(document.getText(), before, 'nothing is written before it is applied');
	await vscode.window.showTextDocument(document);
	await withAnswers({ buttons: ['Apply'] }, () => command(name));
	assert.notEqual(document.getText(), before);
	assert.equal(active(), document);
}

suite('Postmortem', () => {
	trustedOnly();
	suiteSetup(showRunbook);
	const created: string[] = [];
	suiteSetup(async () => {
		git('remote', 'add', 'origin', 'https://ana:s3cret@github.com/acme/lockers.git');
		await does('declareIncident', { inputs: ['Doors jam', enter], picks: ['SEV-2', enter, enter] });
		await does('addNote', { inputs: ['TODO alert on jammed doors'] });
		await does('addActionItem', { inputs: ['Test the hinge', 'Kim', '2020-01-01'], picks: ['detect'] });
		await does('resolveIncident', { inputs: ['', 'oiled'], buttons: ['Resolve'] });
	});
	suiteTeardown(async () => {
		// What was skipped in Restricted Mode set nothing up.
		if (process.env.HOST_UNTRUSTED === '1') return;
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		for (const file of created) fs.rmSync(file, { force: true });
		git('remote', 'remove', 'origin');
	});

	let draft: vscode.TextDocument;
	test('the draft holds what the record knows, and says what is left', async () => {
		const { messages, buttons } = await withAnswers({}, () => command('draftPostmortem'));
		assert.match(
			messages[0] ?? '',
			/^Postmortem of “Doors jam” drafted from .+: \d+ places filled, \d+ left for you\.$/,
		);
		assert.deepEqual(buttons[0], ['Show Places', 'Append Whole Record']);
		draft = active();
		created.push(draft.uri.fsPath);
		for (const known of ['Doors jam', 'SEV-2', 'Test the hinge', 'alert on jammed doors'])
			assert.ok(draft.getText().includes(known), known);
		assert.doesNotMatch(draft.getText(), /s3cret/);
	});

	test('every place is listed, the open ones first; a filled one leads to the entries behind it', async () => {
		const { picks } = await withAnswers({ picks: ['$(pass) Severity'] }, () =>
			command('showPostmortemPlaces'),
		);
		const [places = [], sources = []] = picks;
		const firstFilled = places.findIndex((label) => label.startsWith('$(pass)'));
		assert.ok(firstFilled > 0 && places.slice(0, firstFilled).every((label) => label.startsWith('$(circle')));
		assert.ok(
			sources.some((label) => label.includes('Doors jam')),
			sources.join('\n'),
		);
	});

	test('Refresh shows the difference first, and leaves what a person wrote', async () => {
		await replace(draft, /Doors jam/, 'Doors jam in the cold');
		await draft.save();
		await does('addActionItem', { inputs: ['Buy better grease', 'Lee', enter], picks: ['prevent'] });
		await applied('refreshPostmortem', draft);
		assert.match(draft.getText(), /Buy better grease/);
		assert.match(draft.getText(), /Doors jam in the cold/);
	});

	test('the whole record is appended once', async () => {
		await vscode.window.showTextDocument(draft);
		await applied('appendRecord', draft);
		assert.match(draft.getText(), /## Appendix: Record of the Incident/);
		assert.match(draft.getText(), /### Full Timeline/);
		const again = await withAnswers({}, () => command('appendRecord'));
		assert.match(again.messages[0] ?? '', /^The record is in this postmortem already/);
		await draft.save();
	});

	test('open action items: overdue first, and as CSV and issue texts', async () => {
		const { picks } = await withAnswers({ picks: ['$(export) Open as CSV'] }, () =>
			command('showOpenActionItems'),
		);
		assert.match(picks[0]?.[0] ?? '', /^\$\(warning\) Test the hinge/);
		assert.match(active().getText(), /^Action,Owner,Due,/);
		assert.match(active().getText(), /Test the hinge/);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	test('the report opens as a document, and as JSON', async () => {
		const { messages } = await withAnswers({ buttons: ['Open as JSON'] }, async () => {
			await command('showIncidentReport');
			await until(() => vscode.window.activeTextEditor?.document.languageId === 'json');
		});
		assert.match(messages[0] ?? '', /^Report on \d+ incidents?\.$/);
		assert.ok(Object.keys(JSON.parse(active().getText()) as object).length > 0);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	test('the picture is saved where the person says', async () => {
		const file = path.join(folder(), 'timeline.svg');
		created.push(file);
		const window = vscode.window as unknown as Record<string, unknown>;
		const real = window['showSaveDialog'];
		window['showSaveDialog'] = () => Promise.resolve(vscode.Uri.file(file));
		try {
			await command('saveTimelinePicture');
		} finally {
			window['showSaveDialog'] = real;
		}
		assert.match(fs.readFileSync(file, 'utf8'), /^<svg [^]*Doors jam/);
	});

	test('a folder without a template is offered the built-in one, and nothing is written before', async () => {
		const template = path.join(folder(), 'runbooks/POSTMORTEM_TEMPLATE.md');
		fs.renameSync(template, `${template}.away`);
		try {
			const before = fs.readdirSync(path.dirname(draft.uri.fsPath));
			const { messages, buttons } = await withAnswers({}, () => command('draftPostmortem'));
			assert.match(messages[0] ?? '', /^There is no postmortem template in this folder\./);
			assert.deepEqual(buttons[0], ['Use Built-in Template', 'Create Template to Change']);
			assert.deepEqual(fs.readdirSync(path.dirname(draft.uri.fsPath)), before);
		} finally {
			fs.renameSync(`${template}.away`, template);
		}
	});
});
