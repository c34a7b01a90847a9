// What lint says in the editor, and what its quick fixes do to the document. Documents are of this test's own making.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const folder = (): vscode.Uri => {
	const root = vscode.workspace.workspaceFolders?.[0]?.uri;
	assert.ok(root);
	return vscode.Uri.joinPath(root, 'lint-test');
};

const text = `# Incident response
**Last Updated**: 2020-01-31

See [rollback](ROLBACK.md).

## Steps
- [ ] look
- [ ] look

\`\`\`
ls -l /tmp
\`\`\`
`;

suite('Diagnostics', () => {
	let uri: vscode.Uri;
	let document: vscode.TextDocument;

	suiteSetup(async () => {
		await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
		uri = vscode.Uri.joinPath(folder(), 'runbook.md');
		await write(uri, text);
		await write(vscode.Uri.joinPath(folder(), 'docs/ROLLBACK.md'), '# Undo\n');
		document = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(document);
	});
	suiteTeardown(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.workspace.fs.delete(folder(), { recursive: true });
	});

	test('an open runbook shows its findings', async () => {
		await untilCodes(uri, [
			'duplicate-item',
			'missing-owner',
			'stale-last-updated',
			'unlabelled-shell-fence',
			'unresolved-link',
		]);
		const link = own(uri).find(({ code }) => code === 'unresolved-link');
		assert.equal(link?.severity, vscode.DiagnosticSeverity.Error);
		assert.equal(document.getText(link.range), 'ROLBACK.md');
	});

	const fixes: readonly (readonly [code: string, title: RegExp, result: RegExp])[] = [
		['unresolved-link', /^Replace by docs\/ROLLBACK\.md$/, /\(docs\/ROLLBACK\.md\)/],
		['stale-last-updated', /^Reviewed today/, /\*\*Last Updated\*\*: 20(?!20)\d\d-/],
		['unlabelled-shell-fence', /^Label the fence/, /```bash\nls/],
		['duplicate-item', /^Remove the duplicate$/, /look\n\n```/],
		['missing-owner', /^Insert “\*\*Owner\*\*:”$/, /response\n\*\*Owner\*\*: /],
	];
	for (const [code, title, result] of fixes) {
		test(`the quick fix of ${code} settles it`, async () => {
			const diagnostic = await until(() => own(uri).find((found) => found.code === code));
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				uri,
				diagnostic.range,
				vscode.CodeActionKind.QuickFix.value,
			);
			const action = actions.find((candidate) => title.test(candidate.title));
			assert.ok(action?.edit, actions.map((candidate) => candidate.title).join());
			assert.ok(await vscode.workspace.applyEdit(action.edit));
			assert.match(document.getText(), result);
			await until(() => own(uri).every((found) => found.code !== code) || undefined);
		});
	}

	test('a document that is no runbook shows nothing', async () => {
		const other = vscode.Uri.joinPath(folder(), 'notes.md');
		await write(other, '# Notes\n[x](nowhere.md)\n');
		await vscode.window.showTextDocument(other);
		await settled();
		assert.deepEqual(own(other), []);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});

	test('switched off, nothing is shown', async () => {
		const edit = new vscode.WorkspaceEdit();
		edit.insert(uri, new vscode.Position(document.lineCount, 0), '\n[x](nowhere.md)\n');
		await vscode.workspace.applyEdit(edit);
		await untilCodes(uri, ['unresolved-link']);
		const settings = vscode.workspace.getConfiguration('runbookResponse');
		await settings.update('lint.enabled', false, vscode.ConfigurationTarget.Global);
		await untilCodes(uri, []);
		await settings.update('lint.enabled', undefined, vscode.ConfigurationTarget.Global);
		await untilCodes(uri, ['unresolved-link']);
	});
});

function own(uri: vscode.Uri): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Runbook Response');
}

async function untilCodes(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
	const found = (): string =>
		own(uri)
			.map(({ code }) => (typeof code === 'string' ? code : ''))
			.sort()
			.join();
	await until(() => found() === codes.join() || undefined, found);
}

async function write(uri: vscode.Uri, content: string): Promise<void> {
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
}

/** Longer than the editor's changes are let settle. */
function settled(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 1500));
}

async function until<T>(look: () => T | undefined, seen: () => string = () => ''): Promise<T> {
	for (let left = 100; left > 0; left--) {
		const found = look();
		if (found !== undefined) return found;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Waited in vain for: ${look.toString()} ${seen()}`);
}
