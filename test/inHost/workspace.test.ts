// The run opens a fresh copy of the sample workspace: what later tests build on must be there.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('Workspace', () => {
	test('the sample folder is open', () => {
		assert.equal(vscode.workspace.workspaceFolders?.length, 1);
	});

	test('it holds Markdown', async () => {
		const found = await vscode.workspace.findFiles('**/*.md', undefined, 1);
		assert.equal(found.length, 1);
	});

	test('trust is as the run asked for', () => {
		assert.equal(vscode.workspace.isTrusted, process.env.HOST_UNTRUSTED !== '1');
	});
});
