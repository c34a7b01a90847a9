// What a review would ask, in the editor, about postmortems only. Documents are of this test's own making.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { keystrokeCost } from './keystroke';
import { eventually } from './runbookText';

const trusted = process.env.HOST_UNTRUSTED !== '1';

const text = `# Checkout returned 500

**Incident Commander**: Ann Lee
**Severity**: [SEV-1/SEV-2]

## Impact

Customers could not pay.

## Root cause

The engineer forgot the index.

## Action Items

- [ ] Alert on slow queries (Owner: Ann Lee)
- [ ] Add the index, due 2026-12-01
`;
const all = [
	...['action-without-due', 'action-without-owner', 'blame', 'no-impact-number', 'open-place'],
	'single-root-cause',
];

suite('Postmortem check', () => {
	let uri: vscode.Uri;
	let document: vscode.TextDocument;

	suiteSetup(async () => {
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		uri = vscode.Uri.joinPath(folder(), 'postmortems', '2026-11-23-checkout.md');
		document = await open(uri, text);
	});
	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.workspace.fs.delete(folder(), { recursive: true });
	});

	test('an open postmortem shows what a review would ask; nothing in an untrusted folder', async () => {
		if (!trusted) {
			await settled();
			assert.deepEqual(codes(uri), []);
			return;
		}
		await eventually(() => codes(uri).length > 0);
		assert.deepEqual(codes(uri), all);
		const blame = own(uri).find(({ code }) => code === 'blame');
		assert.ok(blame);
		assert.equal(document.getText(blame.range), 'The engineer forgot');
		assert.match(blame.message, /^“The engineer forgot” makes a person the cause/);
	});

	const fixes: readonly (readonly [code: string, title: RegExp, result: RegExp])[] = [
		['action-without-owner', /^Give it to Ann Lee$/, /Add the index.*Ann Lee/],
		['action-without-due', /^Due in 2 week/, /slow queries.*20\d\d-\d\d-\d\d/],
		['no-impact-number', /^Add places for the numbers$/, /## Impact\n\n- Users affected: \[number\]/],
		['single-root-cause', /^Add a section for contributing/, /index\.\n\n## Contributing Factors\n/],
	];
	for (const [code, title, result] of fixes) {
		test(`the quick fix of ${code}`, async function () {
			if (!trusted) this.skip();
			const action = (await actionsFor(uri, code)).find((one) => title.test(one.title));
			assert.ok(action?.edit);
			assert.ok(await vscode.workspace.applyEdit(action.edit));
			assert.match(document.getText(), result);
			if (code.startsWith('action')) await eventually(() => !codes(uri).includes(code));
		});
	}

	test('another Markdown file is quiet', async () => {
		const other = vscode.Uri.joinPath(folder(), 'notes.md');
		await open(other, text);
		await settled();
		assert.deepEqual(codes(other), []);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});

	test('the folder of the setting counts, without a reload; switched off, nothing is asked', async function () {
		if (!trusted) this.skip();
		const other = vscode.Uri.joinPath(folder(), 'reviews', 'checkout.md');
		await open(other, text);
		await settled();
		assert.deepEqual(codes(other), []);
		await setting('postmortem.path', 'postmortem-test/reviews');
		await eventually(() => codes(other).length > 0);
		await setting('lint.enabled', false);
		await eventually(() => codes(other).length === 0 && codes(uri).length === 0);
		await setting('lint.enabled', undefined);
		await eventually(() => codes(uri).length > 0);
		await setting('postmortem.path', undefined);
		await eventually(() => codes(other).length === 0);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});

	test('a keystroke takes the extension host little', async function () {
		if (!trusted) this.skip();
		const section = text.slice(text.indexOf('## Impact'));
		const long = await open(
			vscode.Uri.joinPath(folder(), 'postmortems', 'long.md'),
			text + section.repeat(60),
		);
		const { typed, bare } = await keystrokeCost(long);
		assert.ok(typed - bare < 40, `${typed.toFixed(1)} - ${bare.toFixed(1)} ms`);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});

function folder(): vscode.Uri {
	const root = vscode.workspace.workspaceFolders?.[0]?.uri;
	assert.ok(root);
	return vscode.Uri.joinPath(root, 'postmortem-test');
}

async function open(uri: vscode.Uri, content: string): Promise<vscode.TextDocument> {
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document, { preview: false });
	return document;
}

function own(uri: vscode.Uri): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Runbook Response');
}

function codes(uri: vscode.Uri): readonly string[] {
	return own(uri)
		.map(({ code }) => (typeof code === 'string' ? code : ''))
		.sort();
}

async function actionsFor(uri: vscode.Uri, code: string): Promise<readonly vscode.CodeAction[]> {
	// The check of the last change may be waiting still: until then places are the old ones, and nothing is offered.
	return eventually(async () => {
		const range = own(uri).find((found) => found.code === code)?.range;
		const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			uri,
			range ?? new vscode.Range(0, 0, 0, 0),
			vscode.CodeActionKind.QuickFix.value,
		);
		return found.length > 0 ? found : undefined;
	});
}

function setting(name: string, value: unknown): Thenable<void> {
	const target = vscode.ConfigurationTarget.Workspace;
	return vscode.workspace.getConfiguration('runbookResponse').update(name, value, target);
}

/** Longer than the editor's changes are let settle. */
function settled(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 1500));
}
