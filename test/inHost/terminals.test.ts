// Real shells: where a script runs, and that no run disturbs another.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { outcomeText } from '../../src/core/incident/events/scripts';
import { ScriptTerminals } from '../../src/vscode/terminal';

suite('ScriptTerminals', () => {
	const folder = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
	let terminals: ScriptTerminals;
	let scripts = '';
	let runs = 0;

	suiteSetup(function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
		scripts = fs.mkdtempSync(path.join(os.tmpdir(), 'scripts-'));
		terminals = new ScriptTerminals();
	});
	suiteTeardown(() => {
		if (scripts === '') return;
		terminals.dispose();
		for (const terminal of vscode.window.terminals) terminal.dispose();
		fs.rmSync(scripts, { recursive: true, force: true });
	});

	async function run(text: string): Promise<string> {
		const file = path.join(scripts, `${++runs}.script`);
		fs.writeFileSync(file, text);
		const launch = { run: String(runs), title: file, terminalName: 'Incident test', cwd: folder() };
		return outcomeText(await terminals.run({ ...launch, program: 'bash', args: [file] }));
	}

	async function until(condition: () => boolean): Promise<void> {
		for (let left = 300; left > 0 && !condition(); left--)
			await new Promise((resolve) => setTimeout(resolve, 100));
		assert.ok(condition(), condition.toString());
	}

	test('a second script does not interrupt the one that runs', async () => {
		const started = path.join(scripts, 'started');
		const goOn = path.join(scripts, 'go-on');
		const long = run(`touch ${started}; until [ -e ${goOn} ]; do sleep 0.1; done; exit 7`);
		await until(() => fs.existsSync(started));
		assert.equal(await run('exit 0'), 'exit 0');
		fs.writeFileSync(goOn, '');
		assert.equal(await long, 'exit 7 (failed)');
	});

	test('a script runs in the folder that was shown, wherever the terminal has gone', async () => {
		const seen = path.join(scripts, 'seen');
		const [terminal] = vscode.window.terminals;
		await until(() => terminal?.shellIntegration?.cwd !== undefined);
		terminal?.sendText('cd /');
		await until(() => terminal?.shellIntegration?.cwd?.path === '/');
		assert.equal(await run(`pwd > ${seen}`), 'exit 0');
		assert.equal(fs.readFileSync(seen, 'utf8').trim(), folder().fsPath);
	});

	test('a free terminal is used again', async () => {
		await run('true');
		const before = vscode.window.terminals.length;
		await run('true');
		assert.equal(vscode.window.terminals.length, before);
	});

	test('a terminal that is closed in mid-run is no success', async () => {
		const started = path.join(scripts, 'closing');
		const outcome = run(`touch ${started}; sleep 60`);
		await until(() => fs.existsSync(started));
		for (const terminal of vscode.window.terminals) terminal.dispose();
		assert.match(await outcome, /^result unknown: /);
	});

	suite('without shell integration', () => {
		const setting = (value: boolean | undefined): Thenable<void> =>
			vscode.workspace
				.getConfiguration('terminal.integrated')
				.update('shellIntegration.enabled', value, vscode.ConfigurationTarget.Global);
		suiteSetup(() => setting(false));
		suiteTeardown(() => setting(undefined));

		test('two at once have each its own exit code', async () => {
			const outcomes = await Promise.all([run('sleep 2; exit 3'), run('exit 4')]);
			assert.deepEqual(outcomes, ['exit 3 (failed)', 'exit 4 (failed)']);
		});
	});
});
