// Restricted Mode over folders that were prepared to get a program started: every command is called on each of them,
// and strace, which the whole of VS Code runs under here, saw none.
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { allScripts } from '../../src/core/runbook/allScripts';
import { parseRunbook } from '../../src/core/runbook/parse';
import { commandIds, viewIds } from '../../src/ids';
import { enter, withAnswers } from './dialogs';
import { until } from './record';
import { print } from './runbookText';

const trace = process.env.HOST_STRACE;

/** A program that was started, with its arguments as strace writes them. */
interface Started {
	readonly program: string;
	readonly args: string;
}

function started(): readonly Started[] {
	const lines = fs.readFileSync(trace ?? '', 'utf8').split('\n');
	return lines.flatMap((line) => {
		const [, program, args = ''] = /^\d+ +execve\("([^"]*)", \[(.*?)(?:\]|$)/.exec(line) ?? [];
		return program === undefined ? [] : [{ program, args }];
	});
}

/** With these VS Code itself looks for ports to forward, whatever folder is open. */
const portSearch: readonly (readonly [program: RegExp, args: RegExp])[] = [
	[/^\/bin\/sh$/, /^"\/bin\/sh", "-c", "(?:ls -l \/proc\/\[0-9|ps -F -A -l \| grep root"$)/],
	[/\/ls$/, /^"ls", "-l", "\/proc\/\d+\/fd\//],
	[/\/ps$/, /^"ps", "-F", "-A", "-l"$/],
	[/\/grep$/, /^"grep", "(?:socket:|root)"$/],
];

/** VS Code's own processes: its server, its hosts, its search. None of them takes a program from a folder. */
function isOwn({ program, args }: Started): boolean {
	const { appRoot } = vscode.env;
	if (program === process.execPath) return args.includes(`"${appRoot}/`);
	if (program.startsWith(`${appRoot}/`)) return true;
	return portSearch.some(([name, wanted]) => name.test(program) && wanted.test(args));
}

if (trace !== undefined) {
	suite('Hostile folders', () => {
		const [neutral] = vscode.workspace.workspaceFolders ?? [];
		const root = path.dirname(neutral?.uri.fsPath ?? '');
		const names = fs.readdirSync(path.join(root, 'folders'));
		let before = 0;

		suiteSetup(async () => {
			await vscode.extensions.getExtension('runbook-response.runbook-response')?.activate();
			before = started().length;
		});

		test('there are enough of them, and none is trusted', () => {
			assert.ok(names.length >= 30, String(names.length));
			assert.equal(vscode.workspace.isTrusted, false);
		});

		for (const name of names) {
			test(name, async () => {
				const folder = await open(vscode.Uri.file(path.join(root, 'folders', name)));
				const runbook = fs
					.readdirSync(folder.fsPath)
					.find((file) => /^(?:RUNBOOK-|runbook; ).*\.md$/.test(file));
				assert.ok(runbook);
				await withAnswers({ picks: [runbook] }, () => call('chooseRunbook'));
				const uri = vscode.Uri.joinPath(folder, runbook);
				await look(uri);
				for (const argument of rowsOf(uri)) {
					for (const id of commandIds) {
						const answers = { inputs: ['x', 'x'], picks: [enter, enter], buttons: ['Run', 'Run'] };
						if (id !== 'runbookResponse.chooseRunbook')
							await withAnswers(answers, () => vscode.commands.executeCommand(id, argument));
					}
				}
				await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			});
		}

		test('nothing was started, and strace would have seen it', async () => {
			await new Promise((resolve) => setTimeout(resolve, 3000));
			const control = '/usr/bin/env';
			execFileSync(control, ['true']);
			await until(() => started().some(({ program }) => program === control));
			const since = started().slice(before);
			const foreign = since.filter((one) => !isOwn(one) && one.program !== control && !isOfControl(one));
			print(
				`${names.length} folders, ${commandIds.length} commands on each: ${foreign.length} processes started; ` +
					`${since.filter(isOwn).length} of VS Code’s own`,
			);
			assert.deepEqual(
				foreign.map(({ program, args }) => `${program} ${args.slice(0, 100)}`),
				[],
			);
			assert.equal(fs.existsSync(path.join(root, 'it-ran')), false);
			assert.equal(vscode.window.terminals.length, 0);
		});
	});
}

/** Beside a folder that stays: with the first one VS Code would restart its extensions. */
async function open(folder: vscode.Uri): Promise<vscode.Uri> {
	const others = (vscode.workspace.workspaceFolders ?? []).length - 1;
	assert.ok(vscode.workspace.updateWorkspaceFolders(1, others, { uri: folder }));
	await until(() => vscode.workspace.workspaceFolders?.[1]?.uri.fsPath === folder.fsPath);
	assert.equal(vscode.workspace.isTrusted, false);
	return folder;
}

const call = (name: string): Thenable<unknown> => vscode.commands.executeCommand(`runbookResponse.${name}`);

/** `env true` looks for `true` along the path. */
function isOfControl({ program, args }: Started): boolean {
	return program.endsWith('/true') && args === '"true"';
}

/** What an editor asks for when a file is opened, and what the views draw. */
async function look(uri: vscode.Uri): Promise<void> {
	for (const id of [viewIds.checklist, viewIds.scripts, viewIds.incident, viewIds.timeline, viewIds.deploys])
		await vscode.commands.executeCommand(`${id}.focus`);
	const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
	if (!document) return;
	await vscode.window.showTextDocument(document);
	const first = new vscode.Range(0, 0, 1, 0);
	await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
	await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, first);
	await vscode.commands.executeCommand('vscode.executeLinkProvider', uri, 100);
	await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}

/** What commands are invoked on: nothing, and what is a deploy, a script of the runbook and one of its items at once. */
function rowsOf(uri: vscode.Uri): readonly unknown[] {
	const runbook = parseRunbook(fs.readFileSync(uri.fsPath, 'utf8').slice(0, 100_000));
	const [script] = allScripts(runbook);
	const item = runbook.phases.flatMap(({ groups }) => groups.flatMap(({ items }) => items))[0];
	const branch = item && { kind: 'item', key: 'x', path: 'x', tickable: { id: item.id, item }, children: [] };
	const deploy = { kind: 'deploy', deploy: { sha: 'a'.repeat(40), title: 'x' } };
	return [undefined, { ...deploy, ...(script && { script }), ...(branch && { key: 'x', branch }) }];
}
