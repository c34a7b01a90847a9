// Run… and Copy above the fences of the runbook, and what a keystroke there costs.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withAnswers } from './dialogs';
import { keystrokeCost } from './keystroke';
import { eventually, runbookUri } from './runbookText';

const trusted = process.env.HOST_UNTRUSTED !== '1';

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
	const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
		'vscode.executeCodeLensProvider',
		uri,
		1000,
	);
	return found.filter(({ command }) => command?.command.startsWith('runbookResponse.'));
}
const titles = (found: readonly vscode.CodeLens[]): readonly (string | undefined)[] =>
	found.map(({ command }) => command?.title);
const invoke = ({ command }: vscode.CodeLens): Thenable<unknown> =>
	vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));

suite('CodeLens', () => {
	let document: vscode.TextDocument;
	suiteSetup(async () => {
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		document = await vscode.workspace.openTextDocument(runbookUri());
		await vscode.window.showTextDocument(document);
		await eventually(async () => (await lenses(document.uri)).length > 0);
	});

	test('Copy above every script and message; Run… above scripts, in trusted folders', async () => {
		const found = titles(await lenses(document.uri));
		const runs = found.filter((title) => title === '$(play) Run…').length;
		const copies = found.filter((title) => title === '$(copy) Copy').length;
		assert.equal(runs, trusted ? 6 : 0);
		assert.ok(copies >= 6, found.join());
		assert.equal(runs + copies, found.length);
	});

	test('a part in the middle of a fence has its own, above its first line', async () => {
		const copies = (await lenses(document.uri)).filter(({ command }) => command?.title.includes('Copy'));
		const texts = copies.map(({ range }) => document.lineAt(range.start.line).text);
		assert.ok(texts.includes('```bash'), texts.join('|'));
		assert.ok(texts.includes('# Roll back to the previous release'), texts.join('|'));
	});

	test('Copy copies exactly the text', async () => {
		const copy = (await lenses(document.uri)).find(
			({ command }) => command?.title.includes('Copy') && command.tooltip === 'Is production healthy?',
		);
		assert.ok(copy);
		await invoke(copy);
		const expected = '# Is production healthy?\nbash scripts/health-check.sh\n';
		assert.equal(await vscode.env.clipboard.readText(), expected);
	});

	test('Run… asks about that script and no other', async function () {
		if (!trusted) this.skip();
		const run = (await lenses(document.uri)).find(({ command }) => command?.tooltip?.startsWith('Roll back'));
		assert.ok(run);
		const { messages, picks } = await withAnswers({}, () => invoke(run));
		assert.deepEqual(picks, []);
		assert.match(messages[0] ?? '', /^Run “Roll back to the previous release”\?/);
	});

	test('a linked document has them too, another Markdown file has none', async () => {
		const linked = vscode.Uri.joinPath(document.uri, '..', 'TRIAGE_CHECKLIST.md');
		await vscode.workspace.openTextDocument(linked);
		assert.equal((await lenses(linked)).length > 0, true);
		const readme = vscode.Uri.joinPath(document.uri, '..', '..', 'README.md');
		await vscode.workspace.openTextDocument(readme);
		assert.deepEqual(await lenses(readme), []);
	});

	test('the setting turns them off, without a reload', async () => {
		const setting = vscode.workspace.getConfiguration('runbookResponse');
		const change = (value: boolean | undefined): Thenable<void> =>
			setting.update('codeLens.enabled', value, vscode.ConfigurationTarget.Global);
		await change(false);
		await eventually(async () => (await lenses(document.uri)).length === 0);
		await change(undefined);
		await eventually(async () => (await lenses(document.uri)).length > 0);
	});
});

suite('A keystroke in the runbook', () => {
	test('takes the extension host little', async function () {
		if (!trusted) this.skip();
		const runbook = await vscode.workspace.openTextDocument(runbookUri());
		const { typed, bare } = await keystrokeCost(runbook);
		assert.ok(typed - bare < 20, `${typed.toFixed(1)} - ${bare.toFixed(1)} ms`);
	});
});
