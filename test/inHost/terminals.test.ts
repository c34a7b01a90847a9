// Real shells: where a script runs, what is known of its end, and that no run disturbs another.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { outcomeWords } from '../../src/core/scripts/outcome';
import { sha256 } from '../../src/node/identity';
import { makeOutputFile } from '../../src/node/outputFile';
import { endDescendants } from '../../src/node/processTree';
import type { Launch, RunEnd } from '../../src/vscode/scripts/launch';
import { ScriptTerminals } from '../../src/vscode/terminal';

/** Shapes of blocks that real runbooks have: their exit code, and what they print. */
const shapes: readonly (readonly [name: string, text: string, exitCode: number, output: string])[] = [
	['single command', 'echo one', 0, 'one'],
	['pipe', 'echo one | tr o 0', 0, '0ne'],
	['and', 'echo one && echo two', 0, 'one\ntwo'],
	['list with an exit code', 'echo one; (exit 3)', 3, 'one'],
	['subshell', '( echo one\n  exit 4 )', 4, 'one'],
	['quoted newline', 'echo "one\n  two"', 0, 'one\n  two'],
	['two lines', 'echo one\necho two', 0, 'one\ntwo'],
	[
		'three commands under comments',
		'# First\necho one\n\n# Second\necho two\n\n# Third\nfalse',
		1,
		'one\ntwo',
	],
	[
		'health check with a program of several lines',
		'# Quick health check\nls /nowhere-at-all 2>/dev/null\n\n# Check error rates\nnode -e "\nconst rate = 3;\nconsole.log(\'rate:\', rate);\n"',
		0,
		'rate: 3',
	],
	['heredoc', "cat <<'EOF'\none $HOME `x` !!\n\ttwo\nEOF\nexit 5", 5, 'one $HOME `x` !!\n\ttwo'],
	['continuation', 'echo one \\\n  two \\\n  three', 0, 'one two three'],
	['history, unicode and quotes', `echo '!!' "é 日本 🚨" "it's" '"'\nexit 2`, 2, `!! é 日本 🚨 it's "`],
];

suite('ScriptTerminals', () => {
	const folder = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
	let terminals: ScriptTerminals;
	let scripts = '';
	let runs = 0;

	suiteSetup(function () {
		if (process.env.HOST_UNTRUSTED === '1') this.skip();
		scripts = fs.mkdtempSync(path.join(os.tmpdir(), 'scripts-'));
		terminals = new ScriptTerminals(endDescendants, (run) => makeOutputFile(scripts, run));
	});
	suiteTeardown(() => {
		if (scripts === '') return;
		terminals.dispose();
		for (const terminal of vscode.window.terminals) terminal.dispose();
		fs.rmSync(scripts, { recursive: true, force: true });
	});

	async function launch(text: string, more: Partial<Launch> = {}, where = terminals): Promise<RunEnd> {
		const file = path.join(scripts, `${++runs}.script`);
		fs.writeFileSync(file, text);
		return where.run({
			run: String(runs),
			title: file,
			terminalName: 'Incident test',
			cwd: folder(),
			program: 'bash',
			args: [file],
			timeoutMs: 60_000,
			keepsOutput: true,
			reveal: true,
			cancelled: new vscode.CancellationTokenSource().token,
			...more,
		});
	}

	async function run(text: string, more?: Partial<Launch>): Promise<string> {
		return outcomeWords((await launch(text, more)).outcome, 'unknown');
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

	test('the environment is added to', async () => {
		const environment = { RUNBOOK_INCIDENT_ID: 'INC 7' };
		const { output } = await launch('echo "<$RUNBOOK_INCIDENT_ID>"', {
			terminalName: 'Incident 7',
			environment,
		});
		assert.equal(output?.text, '<INC 7>');
	});

	test('output is kept without escapes and secrets', async () => {
		const text = `printf '\\033[31mred\\033[0m 10%%\\r100%%\\n'; echo DB_PASSWORD=hunter22; echo plain-secret`;
		const { output } = await launch(text, { secrets: ['plain-secret'] });
		assert.deepEqual(output, {
			text: '100%10%\nDB_PASSWORD=[redacted secret]\n[redacted secret]',
			cut: false,
		});
	});

	test('a terminal that is closed in mid-run is no success', async () => {
		const started = path.join(scripts, 'closing');
		const outcome = run(`touch ${started}; sleep 60`);
		await until(() => fs.existsSync(started));
		for (const terminal of vscode.window.terminals) terminal.dispose();
		assert.match(await outcome, /^result unknown: the terminal was closed/);
	});

	test('Cancel is Ctrl+C', async () => {
		const started = path.join(scripts, 'cancelling');
		const source = new vscode.CancellationTokenSource();
		const outcome = run(`touch ${started}; sleep 60`, { cancelled: source.token });
		await until(() => fs.existsSync(started));
		const at = Date.now();
		source.cancel();
		assert.equal(await outcome, 'cancelled: by Cancel');
		assert.ok(Date.now() - at < 4000, 'it was not stopped by force');
	});

	test('the next script is not typed into one that would not stop', async () => {
		const [started, goOn] = ['stubborn', 'stubborn-go-on'].map((name) => path.join(scripts, name));
		const powerless = new ScriptTerminals(
			() => Promise.resolve(),
			() => Promise.resolve(undefined),
		);
		const source = new vscode.CancellationTokenSource();
		const text = `trap '' INT; touch ${started}; until [ -e ${goOn} ]; do read -t 0.1 line && exit 9; done; exit 0`;
		const options = { terminalName: 'Incident stubborn' };
		const stubborn = launch(text, { ...options, cancelled: source.token }, powerless);
		await until(() => fs.existsSync(started ?? ''));
		source.cancel();
		assert.match(outcomeWords((await stubborn).outcome, 'change'), /may still run in the terminal$/);
		const ended = new Promise<number | undefined>((resolve) => {
			const listener = vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
				if (!execution.commandLine.value.endsWith(`${runs - 1}.script`)) return;
				listener.dispose();
				resolve(exitCode);
			});
		});
		const next = await launch('exit 4', options, powerless);
		assert.equal(outcomeWords(next.outcome, 'change'), 'exit 4 (failed)');
		fs.writeFileSync(goOn ?? '', '');
		assert.equal(await ended, 0);
		powerless.dispose();
	}).timeout(60_000);

	test('Ctrl+C in the terminal is no success', async () => {
		const started = path.join(scripts, 'interrupting');
		const outcome = run(`touch ${started}; sleep 60`, { terminalName: 'Incident ctrl-c' });
		await until(() => fs.existsSync(started));
		vscode.window.terminals.find(({ name }) => name === 'Incident ctrl-c')?.sendText('\u0003', false);
		assert.match(await outcome, /^(?:cancelled: by Ctrl\+C|result unknown: )/);
	});

	test('what does not listen to Ctrl+C is ended with all it has started, and the terminal lives on', async () => {
		const file = path.join(scripts, 'pids');
		const text = `trap '' INT TERM\nsleep 300 & echo $$ $! > ${file}\nwait\nwhile true; do sleep 0.2; done`;
		const terminalName = 'Incident stubborn';
		assert.match(await run(text, { timeoutMs: 2000, terminalName }), /^timed out, result unknown: .* 2 s$/);
		for (const pid of fs.readFileSync(file, 'utf8').trim().split(' ')) assert.ok(hasEnded(pid), pid);
		assert.equal(await run('exit 0', { terminalName }), 'exit 0');
	});

	for (const shell of ['bash', 'zsh', 'fish']) {
		suite(`started from ${shell}`, () => {
			const profile = (name: string | undefined): Thenable<void> =>
				vscode.workspace
					.getConfiguration('terminal.integrated')
					.update('defaultProfile.linux', name, vscode.ConfigurationTarget.Global);
			suiteSetup(() => profile(shell));
			suiteTeardown(() => profile(undefined));

			for (const [name, text, exitCode, output] of shapes) {
				test(name, async () => {
					const end = await launch(text, { terminalName: `Incident ${shell}` });
					assert.deepEqual(end, {
						outcome: { kind: 'exited', exitCode },
						output: { text: output, cut: false },
					});
				});
			}
			test('it is that shell', async () => {
				// VS Code looks at the process in front, which for a moment is still the script's.
				const terminal = vscode.window.terminals.find((other) => other.name === `Incident ${shell}`);
				for (let left = 50; left > 0 && terminal?.state.shell !== shell; left--)
					await new Promise((resolve) => setTimeout(resolve, 100));
				assert.equal(terminal?.state.shell, shell);
			});
		});
	}

	test('what runs is what was shown, byte for byte', async () => {
		const payloads = [
			`echo "it's" '"' \\ \`x\` $(true) !! !$ ^a^b`,
			'é 日本 🚨 👩‍🚒 ⚠️',
			`x='${'long '.repeat(20_000)}'`,
			': ~ * ? [a] {b,c} & | ; < >',
			'tab\tand  spaces   ',
		];
		for (const payload of payloads) {
			const text = `: <<'SHOWN'\n${payload}\nSHOWN\nsha256sum < "$0"\n`;
			const { output } = await launch(text, { terminalName: 'Incident bytes' });
			assert.equal(output?.text, `${sha256(text)}  -`, payload.slice(0, 50));
		}
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

		test('every shape has its exit code and prints what it should', async () => {
			const ends = await Promise.all(
				shapes.map(async ([, text], index) => {
					const file = path.join(scripts, `task-${index}`);
					const end = await launch(`exec >${file}\n${text}`);
					return [end.outcome, fs.readFileSync(file, 'utf8').trim()];
				}),
			);
			assert.deepEqual(
				ends,
				shapes.map(([, , exitCode, output]) => [{ kind: 'exited', exitCode }, output]),
			);
		});

		test('output is kept as with shell integration, and nothing of it lies about', async () => {
			const ends = await Promise.all(shapes.map(([, text]) => launch(text)));
			assert.deepEqual(
				ends,
				shapes.map(([, , exitCode, output]) => ({
					outcome: { kind: 'exited', exitCode },
					output: { text: output, cut: false },
				})),
			);
			const { output } = await launch('[ -t 1 ] && echo DB_PASSWORD=hunter22 secretly', {
				secrets: ['secretly'],
			});
			assert.equal(output?.text, 'DB_PASSWORD=[redacted secret] [redacted secret]');
			assert.deepEqual(
				fs.readdirSync(scripts).filter((name) => name.endsWith('.output')),
				[],
			);
		});

		test('what a secret script prints is copied to no disk', async () => {
			const copied: string[] = [];
			const watched = new ScriptTerminals(endDescendants, (name) => {
				copied.push(name);
				return makeOutputFile(scripts, name);
			});
			const { outcome, output } = await launch('echo hunter2; exit 3', { keepsOutput: false }, watched);
			watched.dispose();
			assert.deepEqual([copied, output], [[], undefined]);
			assert.equal(outcomeWords(outcome, 'change'), 'exit 3 (failed)');
		});

		test('a signal is no success', async () => assert.equal(await run('kill -9 $$'), 'exit 137 (killed)'));

		test('Cancel ends the task', async () => {
			const started = path.join(scripts, 'cancelling-task');
			const source = new vscode.CancellationTokenSource();
			const outcome = run(`touch ${started}; sleep 60`, { cancelled: source.token });
			await until(() => fs.existsSync(started));
			source.cancel();
			assert.equal(await outcome, 'cancelled: by Cancel');
		});

		test('a program that is not there is no run', async () => {
			assert.match(await run('x', { program: 'no-such-program' }), /^(?:not started|exit 127|exit 1 )/);
		});
	});
});

/** Gone, or dead and only waiting for its parent to look: proc(5), state Z. */
function hasEnded(pid: string): boolean {
	try {
		return /^\d+ \(.*\) [ZX]/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return true;
	}
}
