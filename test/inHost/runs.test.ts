// How scripts run in real shells: repeated, in a folder of their own, dry, and by hand.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { allScripts } from '../../src/core/runbook/allScripts';
import type { Script } from '../../src/core/runbook/model';
import { parseRunbook } from '../../src/core/runbook/parse';
import { sha256 } from '../../src/node/identity';
import { enter, withAnswers, type Answers } from './dialogs';
import {
	command,
	does,
	folder,
	recorded,
	recordedOf,
	runbookFile,
	showRunbook,
	trustedOnly,
	until,
} from './record';

/** The only script of a text, as a click above its fence passes it. */
function scriptIn(text: string): { readonly script: Script } {
	const [script, ...others] = parseRunbook(text).scripts;
	assert.ok(script && others.length === 0, text);
	return { script };
}
const fence = (info: string, text: string): string => `# Check\n\n\`\`\`${info}\n${text}\n\`\`\`\n`;

const runbookText = (): string => fs.readFileSync(runbookFile(), 'utf8');
/** All scripts of the sample's runbook, those of its items with them. */
const ofRunbook = (): readonly Script[] => allScripts(parseRunbook(runbookText()));

/** The texts of the script documents that are open. */
const documents = (): readonly string[] =>
	vscode.workspace.textDocuments
		.filter(({ uri }) => uri.scheme === 'runbook-response-script')
		.map((document) => document.getText());

suite('Runs', () => {
	trustedOnly();
	let temporary = '';
	suiteSetup(async () => {
		temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'runs-'));
		await showRunbook();
		const answers = { inputs: ['Scripts run', enter], picks: ['SEV-2', enter, enter] };
		const { events } = await does('declareIncident', answers);
		const picks = ['$(add)', ...answers.picks];
		if (events.length === 0) await does('declareIncident', { ...answers, picks });
	});
	suiteTeardown(async () => {
		if (temporary === '') return;
		await withAnswers({ inputs: ['', ''], buttons: ['Resolve'] }, () => command('resolveIncident'));
		for (const terminal of vscode.window.terminals) terminal.dispose();
		fs.rmSync(temporary, { recursive: true, force: true });
	});

	const types = (events: readonly { readonly type: EventType }[]): readonly string[] =>
		events.map(({ type }) => type);

	test('the line that is executed is the one of the preview, and its file is gone afterwards', async () => {
		const lines: string[] = [];
		const listener = vscode.window.onDidStartTerminalShellExecution(({ execution }) =>
			lines.push(execution.commandLine.value),
		);
		const change = scriptIn(fence('bash', `touch "${temporary}/changed"`));
		const { messages } = await does('runScript', { buttons: ['Run'] }, change);
		listener.dispose();
		assert.match(messages[0] ?? '', /^Run “Check” for “Scripts run”\?/);
		const preview = documents().find((text) => text.includes(`${temporary}/changed`)) ?? '';
		const shown = /^- One line is executed: `(.*)`$/m.exec(preview)?.[1];
		assert.ok(shown !== undefined && lines.includes(shown), `${shown} | ${lines.join(' | ')}`);
		assert.ok(fs.existsSync(path.join(temporary, 'changed')));
		assert.equal(fs.existsSync(shown.replace(/^bash /, '')), false);
	});

	test('each run has an output of its own: an older one that is open does not stand in for it', async () => {
		const counter = path.join(temporary, 'times');
		const script = scriptIn(
			fence('bash', `echo x >>${counter}; echo "run $(wc -l <${counter})"; touch ${counter}; exit 3`),
		);
		const outputs = (): readonly string[] => documents().filter((text) => /^run \d+\s*$/.test(text));
		await does('runScript', { buttons: ['Run', 'Show Output'] }, script);
		await until(() => outputs().length === 1);
		await does('runScript', { buttons: ['Show Output'] }, script);
		await until(() => vscode.window.activeTextEditor?.document.getText().trim() === 'run 2');
	});

	suite('what the fence says', () => {
		const finished = (events: readonly IncidentEvent[]): EventData['scriptFinished'] => {
			const event = events.find(({ type }) => type === 'scriptFinished');
			assert.ok(event?.type === 'scriptFinished', types(events).join());
			return event.data;
		};

		test('cwd: it runs there, and is shown to', async () => {
			fs.mkdirSync(path.join(folder(), 'services/api'), { recursive: true });
			const script = scriptIn(fence('bash cwd=services/api', `touch ${temporary}/in-api; pwd`));
			const { messages, events } = await does('runScript', { buttons: ['Run'] }, script);
			assert.match(messages[0] ?? '', /^In: .*\/services\/api$/m);
			assert.equal(finished(events).output, path.join(folder(), 'services/api'));
		});

		test('an approval for one folder is none for another', async () => {
			const text = `touch ${temporary}/approved`;
			const here = await does('runScript', { buttons: ['Run'] }, scriptIn(fence('bash', text)));
			const again = await does('runScript', {}, scriptIn(fence('bash', text)));
			const there = await does('runScript', {}, scriptIn(fence('bash cwd=services', text)));
			assert.deepEqual(types(here.events), ['scriptApproved', 'scriptStarted', 'scriptFinished']);
			assert.deepEqual(types(again.events), ['scriptStarted', 'scriptFinished']);
			assert.deepEqual(types(there.events), []);
			assert.match(there.messages[0] ?? '', /^Run “Check”/);
		});

		test('a folder outside the repository is refused, and nothing runs', async () => {
			for (const cwd of ['..', '/etc', 'services/../..']) {
				const script = scriptIn(fence(`bash cwd=${cwd}`, `touch ${temporary}/outside`));
				const { messages, events } = await does('runScript', { buttons: ['Run'] }, script);
				assert.match(messages[0] ?? '', /is not inside this repository, so nothing was run\.$/);
				assert.deepEqual(types(events), []);
			}
			assert.equal(fs.existsSync(path.join(temporary, 'outside')), false);
		});

		test('the setting says where, unless the fence does', async () => {
			const setting = vscode.workspace.getConfiguration(
				'runbookResponse',
				vscode.workspace.workspaceFolders?.[0],
			);
			await setting.update('scripts.cwd', 'services', vscode.ConfigurationTarget.Workspace);
			try {
				const inSetting = await does('runScript', {}, scriptIn(fence('bash', 'pwd # Check')));
				const inFence = await does('runScript', {}, scriptIn(fence('bash cwd=services/api', 'pwd # Check')));
				assert.equal(finished(inSetting.events).output, path.join(folder(), 'services'));
				assert.equal(finished(inFence.events).output, path.join(folder(), 'services/api'));
			} finally {
				await setting.update('scripts.cwd', undefined, vscode.ConfigurationTarget.Workspace);
			}
		});

		test('timeout: it is stopped then, which is no success', async () => {
			const script = scriptIn(fence('bash timeout=2s', `touch ${temporary}/slow; sleep 60`));
			const { events, messages } = await does('runScript', { buttons: ['Run'] }, script);
			assert.match(messages[0] ?? '', /^Stopped after: 2 s$/m);
			const { outcome } = finished(events);
			assert.deepEqual(outcome, { kind: 'timedOut', reason: 'it was stopped after 2 s' });
		});

		test('secret: its output is not kept', async () => {
			const script = scriptIn(fence('bash secret', `touch ${temporary}/secret; echo hunter2; exit 3`));
			const { events, messages } = await does('runScript', { buttons: ['Run'] }, script);
			assert.match(messages[0] ?? '', /^Output: not kept, the runbook marks it secret$/m);
			assert.equal('output' in finished(events), false);
			assert.equal(JSON.stringify(recorded()).includes('hunter2'), false);
		});

		test('line by line: in that folder, too', async () => {
			const text = '# Check A\npwd\n# Check B\ntest -e /nowhere-at-all\n# Check C\npwd';
			const answers: Answers = { buttons: ['Run Each Command by Itself'] };
			const { events } = await does('runScript', answers, scriptIn(fence('bash cwd=services/api', text)));
			const outputs = events.flatMap((event) => (event.type === 'scriptFinished' ? [event.data.output] : []));
			const there = path.join(folder(), 'services/api');
			assert.equal(outputs.length, 3);
			assert.deepEqual([outputs[0], outputs[2]], [there, there]);
		});
	});

	suite('Dry Run', () => {
		test('it lists what would run, filled, and starts nothing', async () => {
			const before = vscode.window.terminals.length;
			let started = 0;
			const listeners = [
				vscode.window.onDidOpenTerminal(() => started++),
				vscode.window.onDidStartTerminalShellExecution(() => started++),
				vscode.tasks.onDidStartTask(() => started++),
			];
			fs.mkdirSync(path.join(folder(), 'services'), { recursive: true });
			const text = `touch ${temporary}/dry "<name>"`;
			const script = scriptIn(fence('bash cwd=services timeout=2m', text));
			const { events, messages } = await does('dryRun', { inputs: ['it is'] }, script);
			const all = await does('dryRun', { picks: ['All '] });
			await new Promise((resolve) => setTimeout(resolve, 500));
			for (const listener of listeners) listener.dispose();
			assert.deepEqual([...messages, ...all.messages, ...types([...events, ...all.events])], []);
			assert.equal(started, 0);
			assert.equal(vscode.window.terminals.length, before);
			assert.equal(fs.existsSync(path.join(temporary, 'dry')), false);
			const [one, every] = documents().filter((document) =>
				document.startsWith('Dry run: nothing was started.'),
			);
			assert.ok(one?.includes(`touch ${temporary}/dry "it is"\n`), one);
			assert.match(
				one ?? '',
				/^\*\*CHANGES THINGS\*\*: [^]*^- Folder: `.*\/services`\n[^]*^- Stopped after: 2 min$/m,
			);
			assert.equal(every?.match(/^- SHA-256:/gm)?.length, ofRunbook().length);
		});

		test('Dry Run, Done by Hand and Repeat Check offer the commands that items name, too', async () => {
			const names = (scripts: readonly Script[]): readonly string[] => scripts.map(({ title }) => title);
			const dry = await does('dryRun');
			assert.deepEqual(dry.picks[0]?.slice(1), names(ofRunbook()));
			assert.deepEqual((await does('markDoneByHand')).picks[0], names(ofRunbook()));
			const checks = ofRunbook().filter(({ effect }) => effect === 'check');
			assert.deepEqual((await does('repeatCheck')).picks[0], names(checks));
			assert.ok(ofRunbook().length > parseRunbook(runbookText()).scripts.length);
		});
	});

	suite('Instruction mode', () => {
		const mode = (value: string | undefined): Thenable<void> =>
			vscode.workspace
				.getConfiguration('runbookResponse')
				.update('scripts.mode', value, vscode.ConfigurationTarget.Global);
		suiteSetup(() => mode('instruct'));
		suiteTeardown(() => mode(undefined));
		const script = scriptIn(fence('bash', 'systemctl restart api'));

		test('nothing runs, and the command says what to do instead', async () => {
			for (const name of ['runScript', 'repeatCheck']) {
				const { messages, events } = await does(name, { buttons: ['Run'] }, script);
				assert.match(messages[0] ?? '', /^Scripts are not run from this machine .*Mark as Done by Hand/);
				assert.deepEqual(types(events), []);
			}
		});

		test('it is copied, and what the person did is recorded with the hash of that text', async () => {
			const answers: Answers = { buttons: ['Copy', 'I Ran It: It Failed'] };
			const { messages, events } = await does('markDoneByHand', answers, script);
			assert.match(
				messages[0] ?? '',
				/^Mark “Check” as done by hand for “Scripts run”\?\nsystemctl restart api\n/,
			);
			assert.equal(await vscode.env.clipboard.readText(), 'systemctl restart api\n');
			const [event] = events;
			assert.ok(event?.type === 'scriptDoneByHand' && events.length === 1);
			assert.equal(event.data.result, 'failed');
			assert.equal(event.data.sha256, sha256('systemctl restart api\n'));
			assert.ok(event.by !== '');
		});

		test('who does not answer has not done it', async () => {
			assert.deepEqual((await does('markDoneByHand', {}, script)).events, []);
		});

		test('above the fence stands what can be done', async () => {
			const uri = vscode.Uri.file(runbookFile());
			const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
				'vscode.executeCodeLensProvider',
				uri,
				1000,
			);
			const titles = new Set(lenses.map(({ command: action }) => action?.title ?? ''));
			assert.ok(titles.has('$(tasklist) Done by Hand…') && titles.has('$(copy) Copy'), [...titles].join());
			assert.equal(titles.has('$(play) Run…'), false);
		});
	});

	suite('Repeat Check', () => {
		/** Fails until it has run often enough. */
		const program = (name: string, times: number): { readonly script: Script } => {
			const counter = path.join(temporary, name);
			fs.writeFileSync(
				`${counter}.sh`,
				`echo x >>${counter}; test "$(wc -l <${counter})" -ge ${times} || exit 1; echo passed`,
			);
			return scriptIn(fence('bash', `bash ${counter}.sh`));
		};

		test('until it passes: the record holds its start, the change and the end, not every run', async () => {
			const answers: Answers = { picks: ['Until it passes'], inputs: ['5', '10'], buttons: ['Repeat'] };
			const { events, messages } = await does('repeatCheck', answers, program('passes', 3));
			assert.deepEqual(types(events), ['repeatStarted', 'repeatChanged', 'repeatEnded'], messages.join('\n'));
			const [started, changed, ended] = events;
			assert.ok(started?.type === 'repeatStarted' && started.data.everyMs === 5000);
			assert.ok(changed?.type === 'repeatChanged' && changed.data.runs === 1);
			assert.deepEqual(changed.data.outcome, { kind: 'exited', exitCode: 1 });
			assert.ok(ended?.type === 'repeatEnded');
			const { ending, runs, outcome, output } = ended.data;
			assert.deepEqual(
				{ ending, runs, outcome, output },
				{
					...{ ending: 'passed', runs: 3, output: 'passed' },
					outcome: { kind: 'exited', exitCode: 0 },
				},
			);
			assert.equal(started.data.run, ended.data.run);
			assert.match(
				messages[0] ?? '',
				/^Repeat “Check” for “Scripts run”\?[^]*Repeated: every 5 s until it passes/,
			);
			assert.deepEqual(messages.slice(1), ['“Check”: exit 1 (failed)', '“Check”: ok after 3 runs']);
		});

		test('Stop ends it between two runs, and it is recorded as stopped', async () => {
			const answers: Answers = { picks: ['Until it passes'], inputs: ['300', '10'], buttons: ['Repeat'] };
			const changes = (): number => recordedOf('repeatChanged').length;
			const before = changes();
			const repeating = does('repeatCheck', answers, program('stops', 99));
			await until(() => changes() > before);
			await command('stopRepeating');
			const { events } = await repeating;
			const ended = events.at(-1);
			assert.ok(ended?.type === 'repeatEnded');
			assert.deepEqual([ended.data.ending, ended.data.runs], ['stopped', 1]);
		});

		test('nothing that may change things is repeated', async () => {
			const { messages, events } = await does('repeatCheck', {}, scriptIn(fence('bash', 'rm -f /nowhere')));
			assert.match(
				messages[0] ?? '',
				/^“Check” may change things \(“rm” changes things\), so it is not repeated/,
			);
			assert.deepEqual(events, []);
		});

		test('without one that runs, Stop says so', async () => {
			const { messages } = await does('stopRepeating');
			assert.deepEqual(messages, ['No check is being repeated in this window.']);
		});
	});
});
