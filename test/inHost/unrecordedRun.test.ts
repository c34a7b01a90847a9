// A disk that takes no more records while a script runs: the person still learns how it ended.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { parseRunbook } from '../../src/core/runbook/parse';
import { UserError } from '../../src/core/userError';
import { checkFolder } from '../../src/node/checkFolder';
import { randomIds, sha256, systemClock } from '../../src/node/identity';
import { makeOutputFile } from '../../src/node/outputFile';
import { endDescendants } from '../../src/node/processTree';
import { removeScriptFile, scriptFilePath, writeScriptFile } from '../../src/node/scriptFile';
import { runEachLine } from '../../src/vscode/handlers/runEachLine';
import { runScript, type RunTools, type ScriptRunRequest } from '../../src/vscode/handlers/runScript';
import { PendingRuns } from '../../src/vscode/scripts/pendingRuns';
import { planRun } from '../../src/vscode/scripts/planRun';
import { ScriptDocuments } from '../../src/vscode/scripts/previewDocuments';
import { ScriptTerminals } from '../../src/vscode/terminal';
import { withAnswers } from './dialogs';
import { Memory } from './memory';
import { trustedOnly } from './record';

const full = 'NOT SAVED: the incident record x.jsonl could not be written, because the disk is full.';

suite('A run that cannot be recorded', () => {
	trustedOnly();
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'unrecorded-'));
	const memory = new Memory();
	let tools: RunTools & { readonly sha256: typeof sha256 };
	let parts: vscode.Disposable | undefined;
	suiteSetup(() => {
		const terminals = new ScriptTerminals(endDescendants, (run) => makeOutputFile(folder, run));
		const scriptDocuments = new ScriptDocuments();
		parts = vscode.Disposable.from(terminals, scriptDocuments);
		tools = {
			...{ clock: systemClock, ids: randomIds, sha256, checkFolder, variables: () => ({}) },
			...{ terminals, scriptDocuments },
			pendingRuns: new PendingRuns(memory),
			scriptFiles: {
				path: (name) => scriptFilePath(folder, name),
				write: (text, name) => writeScriptFile(folder, text, name),
				remove: removeScriptFile,
			},
		};
	});
	suiteTeardown(() => {
		parts?.dispose();
		if (parts) for (const terminal of vscode.window.terminals) terminal.dispose();
		fs.rmSync(folder, { recursive: true, force: true });
	});

	async function request(text: string): Promise<ScriptRunRequest> {
		const [script] = parseRunbook(`# Look\n\n\`\`\`bash\n${text}\n\`\`\`\n`).scripts;
		assert.ok(script);
		const prepared = { script, text: script.text, shown: script.text, sha256: sha256(script.text) };
		const plan = await planRun(prepared, { root: vscode.Uri.file(folder), incident: 'INC-1' }, tools);
		const record = (): Promise<void> => Promise.reject(new UserError(full));
		const incident = { id: 'INC-1', title: 'x', by: 'ana', record };
		const { effect, because } = script;
		const people = { item: undefined, owner: undefined, approver: undefined };
		return { ...prepared, ...people, plan, incident, effect, because, filled: [], secrets: [] };
	}

	test('after Run Anyway its exit code is told, and that it is not recorded', async () => {
		const run = await request('exit 3');
		const { messages } = await withAnswers({ buttons: ['Run Anyway'] }, () => runScript(run, tools));
		assert.deepEqual(messages.slice(1), [
			`“${run.script.title}”: exit 3 (failed), and it is not recorded: ${full}`,
		]);
		assert.deepEqual(memory.get('scriptRuns'), []);
	});

	test('a success that is not recorded is told as a message, too', async () => {
		const run = await request('true');
		const { messages } = await withAnswers({ buttons: ['Run Anyway'] }, () => runScript(run, tools));
		assert.match(messages[1] ?? '', /: exit 0, and it is not recorded: NOT SAVED/);
	});

	test('the commands after one that could not be recorded run, too', async () => {
		const run = await request('# A\nls /nowhere-at-all\n# B\npwd');
		const buttons = ['Run Anyway', 'Run Anyway'];
		const { messages } = await withAnswers({ buttons }, () => runEachLine(run, tools));
		assert.match(messages.at(-1) ?? '', /1 of 2 ok\. .*, and it is not recorded: NOT SAVED/);
	});
});
