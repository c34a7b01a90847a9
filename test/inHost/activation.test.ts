import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, viewIds } from '../../src/ids';

const extensionId = 'runbook-response.runbook-response';

suite('Activation', () => {
	suiteSetup(async () => {
		await vscode.extensions.getExtension(extensionId)?.activate();
	});

	test('the extension is installed and activates', () => {
		assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
	});

	test('every command is registered', async () => {
		const registered = new Set(await vscode.commands.getCommands(true));
		assert.deepEqual(
			commandIds.filter((id) => !registered.has(id)),
			[],
		);
	});

	test('every view exists', async () => {
		// VS Code generates a focus command for each view it knows.
		const registered = new Set(await vscode.commands.getCommands(true));
		const views = [viewIds.checklist, viewIds.scripts, viewIds.timeline, viewIds.deploys];
		assert.deepEqual(
			views.filter((id) => !registered.has(`${id}.focus`)),
			[],
		);
	});

	test('the views can be shown', async () => {
		await vscode.commands.executeCommand(`workbench.view.extension.${viewIds.container}`);
		await vscode.commands.executeCommand(`${viewIds.checklist}.focus`);
	});
});
