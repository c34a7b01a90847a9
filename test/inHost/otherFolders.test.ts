// Two folders inside the workspace stand for two folders of a workspace.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseRunbook } from '../../src/core/runbook/parse';
import { uriOfPath } from '../../src/vscode/folderNames';
import { OtherFolders } from '../../src/vscode/views/otherFolders';

const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const base = vscode.Uri.joinPath(root, 'two-folders');
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(base, path);
const write = (path: string, text: string): Thenable<void> =>
	vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

suite('Runbooks of other folders', () => {
	suiteSetup(async () => {
		await write('web/RUNBOOK.md', '# Web\n## Go\n- [ ] a\n');
		await write('api/docs/RUNBOOK.md', '# Api\n## Go\n- [ ] Run `./fix.sh`\n\n```sh\n./go.sh\n```\n');
		await write('api/INCIDENT_RESPONSE.md', '# Response\n## Go\n- [ ] b\n');
		await write('api/notes.md', '# Notes\n');
	});

	suiteTeardown(() => vscode.workspace.fs.delete(base, { recursive: true }));

	const folders = new OtherFolders(
		(files) => ({ files, sha256: () => '', loadParser: () => Promise.resolve((text) => parseRunbook(text)) }),
		() => new Map(['web', 'api'].map((name) => [name, at(name)])),
	);

	test('each is found, ranked in its folder; the current folder is left out', async () => {
		folders.follow(at('web'));
		assert.deepEqual(await folders.find(), ['//api/INCIDENT_RESPONSE.md', '//api/docs/RUNBOOK.md']);
		folders.follow(at('api'));
		assert.deepEqual(await folders.find(), ['//web/RUNBOOK.md']);
	});

	test('one is read with its checklist and nothing to run, and again when it changes', async () => {
		folders.follow(at('web'));
		const path = '//api/docs/RUNBOOK.md';
		const document = await folders.load(path);
		assert.ok(document?.kind === 'loaded');
		assert.equal(document.runbook.phases[0]?.groups[0]?.items[0]?.text, 'Run ./fix.sh');
		assert.deepEqual(document.runbook.scripts, []);
		await write('api/docs/RUNBOOK.md', '# Newer\n');
		await folders.reload(folders.pathOf(at('api/docs/RUNBOOK.md')) ?? '');
		const again = folders.documents.get(path);
		assert.equal(again?.kind === 'loaded' && again.runbook.title, 'Newer');
		assert.equal(folders.pathOf(at('web/RUNBOOK.md')), undefined);
	});

	test('a path that names a folder leads into it, or nowhere when that is gone', () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.equal(
			uriOfPath(root, `//${folder?.name ?? ''}/a/b.md`)?.toString(),
			vscode.Uri.joinPath(root, 'a/b.md').toString(),
		);
		assert.equal(uriOfPath(root, '//gone/b.md'), undefined);
		assert.throws(() => uriOfPath(root, '//gone/../../b.md') ?? uriOfPath(root, '../b.md'));
	});
});
