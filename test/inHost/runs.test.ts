// How scripts run in real shells: repeated, in a folder of their own, dry, and by hand.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { EventType } from '../../src/core/incident/events';
import type { Script } from '../../src/core/runbook/model';
import { parseRunbook } from '../../src/core/runbook/parse';
import { enter, withAnswers, type Answers } from './dialogs';
import { command, does, recorded, showRunbook, trustedOnly, until } from './record';

/** The only script of a text, as a click above its fence passes it. */
function scriptIn(text: string): { readonly script: Script } {
	const [script, ...others] = parseRunbook(text).scripts;
	assert.ok(script && others.length === 0, text);
	return { script };
}
const fence = (info: string, text: string): string => `# Check\n\n\`\`\`${info}\n${text}\n\`\`\`\n`;

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
			assert.deepEqual(types(events), ['repeatStarted', 'repeatChanged', 'repeatEnded']);
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
			const repeating = does('repeatCheck', answers, program('stops', 99));
			await until(() => recorded().at(-1)?.type === 'repeatChanged');
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
