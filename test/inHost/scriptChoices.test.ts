// Running from where a responder finds it: an item that names a command, gaps that are asked for, approvals that are
// remembered, checks one by one. What came of it is read from the record and from the disk.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { sha256, systemClock } from '../../src/node/identity';
import { parseRunbook } from '../../src/core/runbook/parse';
import type { Script } from '../../src/core/runbook/model';
import { scriptsOfItems } from '../../src/core/runbook/allScripts';
import { ScriptsTree } from '../../src/vscode/views/scriptsTree';
import { stateWith } from '../support/incidentState';
import { enter, withAnswers } from './dialogs';
import { command, does, folder, recordRoot, recordedOf, showRunbook, trustedOnly, until } from './record';

const name = 'SCRIPT_CHOICES.md';
const text = `# Scripts
## Roles
### Incident Commander (IC)
**Responsibilities**:
- Decides

### Rollback Decisions (IC Authority)
**Roll back when**:
- errors stay

## Steps
- [ ] **Check the pool**: \`bash check-pool.sh\`
- [ ] Roll back with \`bash back.sh emergency\`
- [ ] Watch \`/health\` on \`main\`
- [ ] **Check the disk**: \`bash check-disk.sh\`

## Emergency Scripts
\`\`\`bash
# Emergency rollback
echo rolled-back >> went.txt
\`\`\`

\`\`\`bash
# Greet somebody
echo "<staging|prod>" <greeted> <count> >> greeted.txt; echo <api-token> | wc -c >> greeted.txt; echo <api-token>
\`\`\`

\`\`\`bash
# Quick health check
curl -fsS file:///etc/hostname
curl -fsS file:///nowhere-at-all
\`\`\`
`;

const runbook = parseRunbook(text);
const file = (own: string): string => path.join(folder(), own);
const scriptNamed = (title: string): Script => {
	const found = [...runbook.scripts, ...scriptsOfItems(runbook)].find((script) => script.title === title);
	assert.ok(found, title);
	return found;
};
/** As the row of an item passes itself. */
const row = (index: number): unknown => {
	const item = runbook.phases[0]?.groups[0]?.items[index];
	assert.ok(item);
	return {
		key: 'x',
		branch: { kind: 'item', key: 'x', path: name, tickable: { id: item.id, item }, children: [] },
	};
};
const blocks = ['Emergency rollback', 'Greet somebody', 'Quick health check'];
const ends = () => recordedOf('scriptFinished').map(({ data }) => data);

suite('Running what the runbook names', () => {
	trustedOnly();
	let incident = '';
	const ticked = (): readonly string[] =>
		recordedOf('itemDone').flatMap((event) => (event.incident === incident ? [event.data.text] : []));

	suiteSetup(async () => {
		await showRunbook();
		fs.writeFileSync(file(name), text);
		fs.writeFileSync(file('check-pool.sh'), 'echo pool is fine\n');
		fs.writeFileSync(file('check-disk.sh'), 'exit 2\n');
		fs.writeFileSync(file('back.sh'), 'echo "back $1" >> went.txt\n');
		await until(async () => (await vscode.workspace.findFiles(name)).length === 1);
		await withAnswers({ picks: [name] }, () => command('chooseRunbook'));
		const { picks } = await does('declareIncident');
		const another = picks[0]?.[0]?.startsWith('$(flame)') ? ['$(add) Declare Another'] : [];
		const answers = { inputs: ['Scripts', enter], picks: [...another, 'SEV-2', enter, enter] };
		const { events, messages } = await does('declareIncident', answers);
		const [event] = events;
		assert.ok(event?.type === 'declared', messages.join('\n'));
		assert.equal(event.data.runbook?.path, name);
		incident = event.incident;
	});
	suiteTeardown(async () => {
		if (incident === '') return;
		await withAnswers({ inputs: ['', ''], buttons: ['Resolve'] }, () => command('resolveIncident'));
		await withAnswers({ picks: ['runbooks/INCIDENT_RESPONSE.md'] }, () => command('chooseRunbook'));
		for (const own of [name, 'check-pool.sh', 'check-disk.sh', 'back.sh'])
			fs.rmSync(file(own), { force: true });
	});

	test('an item’s check runs with one click, is recorded for it, and only offers the tick', async () => {
		const { messages, events } = await does('runScript', {}, row(0));
		assert.deepEqual(
			events.map(({ type }) => type),
			['scriptStarted', 'scriptFinished'],
		);
		assert.ok(events[0]?.type === 'scriptStarted');
		assert.equal(events[0].data.item, runbook.phases[0]?.groups[0]?.items[0]?.id);
		assert.deepEqual(messages, ['“Check the pool” passed.']);
		assert.deepEqual(ticked(), []);
	});

	test('the tick comes with the button, and is offered no more afterwards', async () => {
		const label = 'Check the pool: bash check-pool.sh';
		await does('runScript', { buttons: [`Tick “${label}”`] }, row(0));
		await until(() => ticked().includes(label));
		assert.deepEqual((await does('runScript', {}, row(0))).messages, []);
		assert.deepEqual(ticked(), [label]);
	});

	test('a check that warns offers nothing, and the timeline calls it a warning', async () => {
		const { messages } = await does('runScript', {}, row(3));
		assert.deepEqual(messages, ['“Check the disk”: exit 2 (warning)']);
		assert.equal(ends().at(-1)?.effect, 'check');
	});

	test('an item’s change is shown in full and confirmed, and its text is what runs', async () => {
		const refused = await does('runScript', {}, row(1));
		assert.match(
			refused.messages[0] ?? '',
			/^Run “bash back\.sh emergency” for “Scripts”\?\nbash back\.sh emergency\n\n[^]*Effect: CHANGES THINGS/,
		);
		assert.deepEqual(refused.events, []);
		assert.equal(fs.existsSync(file('went.txt')), false);
		const { events } = await does('runScript', { buttons: ['Run'] }, row(1));
		assert.equal(fs.readFileSync(file('went.txt'), 'utf8'), 'back emergency\n');
		const [approved] = events;
		assert.ok(approved?.type === 'scriptApproved');
		assert.equal(approved.data.sha256, sha256('bash back.sh emergency\n'));
	});

	test('an item that names no command has nothing to run of its own', async () => {
		const { picks } = await does('runScript', {}, row(2));
		assert.deepEqual(picks, [['Check the pool', 'bash back.sh emergency', 'Check the disk'].concat(blocks)]);
	});

	test('an approval is remembered for that text alone', async () => {
		const chosen = { script: scriptNamed('Emergency rollback') };
		assert.match(
			(await does('runScript', { buttons: ['Run'] }, chosen)).messages[0] ?? '',
			/^Run “Emergency/,
		);
		assert.deepEqual((await does('runScript', {}, chosen)).messages, []);
		const changed = { script: { ...chosen.script, text: `${chosen.script.text}true\n` } };
		const asked = await does('runScript', {}, changed);
		assert.match(asked.messages[0] ?? '', /^Run “Emergency rollback” for “Scripts”\?/);
		assert.deepEqual(asked.events, []);
	});

	test('the owner of the decision is named, and their approval is recorded as theirs', async () => {
		await does('assignRole', { picks: ['$(add) Somebody'], inputs: ['kim'] }, { role: 'Incident Commander' });
		const script = scriptNamed('Emergency rollback');
		const other = { script: { ...script, text: `${script.text}# again\n` } };
		const approve = 'Run: kim Approved';
		const { messages, buttons, events } = await does('runScript', { buttons: [approve] }, other);
		assert.deepEqual(buttons[0], ['Run', approve]);
		assert.match(messages[0] ?? '', /Decision of: Incident Commander/);
		const [approved] = events;
		assert.ok(approved?.type === 'scriptApproved', JSON.stringify(events));
		assert.deepEqual([approved.data.approver, approved.data.owner], ['kim', 'Incident Commander']);
	});

	const secret = 'hunter22-never-kept';
	const greet = () => ({ script: scriptNamed('Greet somebody') });

	test('gaps are asked for: a choice as a pick, a number as digits, a secret anew each time', async () => {
		const first = await does(
			'runScript',
			{ picks: ['prod'], inputs: ['ana; rm -rf x', 'many', '3', secret], buttons: ['Run'] },
			greet(),
		);
		assert.deepEqual(first.picks, [['staging', 'prod']]);
		assert.deepEqual(first.values, ['', '', '']);
		assert.equal(first.objections.length, 1, first.objections.join());
		assert.match(first.messages[0] ?? '', /echo '••••' \|/);
		const [asked = '', length = ''] = fs.readFileSync(file('greeted.txt'), 'utf8').split('\n');
		assert.equal(asked, 'prod ana; rm -rf x 3');
		assert.equal(Number(length), secret.length + 1);
	});

	test('the last values are offered, the secret is not', async () => {
		const { picks, values, events } = await does('runScript', { picks: ['prod'] }, greet());
		assert.deepEqual(picks, [['prod', 'staging']]);
		assert.equal(values[0], 'ana; rm -rf x');
		assert.deepEqual(events, []);
		const all = await does('runScript', { picks: ['prod'], inputs: ['ana', '3'] }, greet());
		assert.equal(all.values.at(-1), '');
	});

	test('the record keeps nothing of the secret, and the output tells that it was left out', () => {
		const seen = fs
			.readdirSync(recordRoot(), { recursive: true })
			.map((entry) => path.join(recordRoot(), String(entry)))
			.filter((entry) => fs.statSync(entry).isFile())
			.filter((entry) => fs.readFileSync(entry, 'utf8').includes(secret));
		assert.deepEqual(seen, []);
		assert.match(ends().find(({ title }) => title === 'Greet somebody')?.output ?? '', /\[redacted secret\]/);
	});

	test('a gap that is left empty runs nothing', async () => {
		const { events } = await does('runScript', { picks: ['prod'], inputs: ['ana'] }, greet());
		assert.deepEqual(events, []);
	});

	suite('a health check whose exit code says nothing', () => {
		const check = () => ({ script: scriptNamed('Quick health check') });

		test('is not run at once: one by one is offered, from the editor and from the palette', async () => {
			for (const [argument, picks] of [
				[check(), []],
				[undefined, ['Quick health check']],
			] as const) {
				const { buttons, events } = await does('runScript', { picks }, argument);
				assert.deepEqual(buttons, [['Run', 'Run Each Command by Itself']]);
				assert.deepEqual(events, []);
			}
		});

		test('each command has a result of its own in the record and in the view', async () => {
			const had = ends().map(({ run }) => run);
			const { messages } = await does('runScript', { buttons: ['Run Each Command by Itself'] }, check());
			const known = new Set(had);
			const results = ends().filter((end) => !known.has(end.run));
			assert.deepEqual(
				results.map(({ title, effect, outcome }) => [
					title,
					effect,
					outcome.kind === 'exited' && outcome.exitCode,
				]),
				[
					['curl -fsS file:///etc/hostname', 'check', 0],
					['curl -fsS file:///nowhere-at-all', 'check', 37],
				],
			);
			assert.match(
				messages.at(-1) ?? '',
				/“Quick health check”: 1 of 2 ok\. “curl .*nowhere-at-all”: exit 37/,
			);
			assert.deepEqual(below(results), [
				'curl -fsS file:///etc/hostname: ok, just now',
				'curl -fsS file:///nowhere-at-all: exit 37 (failed), just now',
			]);
		});
	});
});

/** The rows under the script, as the Emergency Scripts view has them for these results. */
function below(results: ReturnType<typeof ends>): readonly string[] {
	const runs = new Map(
		results.map(({ run, title, sha256: hash, outcome }) => [
			run,
			{
				...{ title, sha256: hash, effect: 'check' as const, item: undefined, by: 'ana', writer: 'w' },
				...{ startedAt: systemClock.now(), finishedAt: systemClock.now(), outcome, output: undefined },
			},
		]),
	);
	const emitter = new vscode.EventEmitter<void>();
	const tree = new ScriptsTree({
		source: { onDidChange: emitter.event, loaded: { path: name, sha256: '', text, runbook } },
		session: { onDidChange: emitter.event, current: stateWith({ runs }) },
		clock: systemClock,
		sha256,
	});
	emitter.fire();
	const rows = tree.getChildren().flatMap((section) => tree.getChildren(section));
	const commands = rows.flatMap((script) => tree.getChildren(script)).map((one) => tree.getTreeItem(one));
	tree.dispose();
	return commands.map(({ label, description }) => `${label as string}: ${description as string}`);
}
