import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allScripts, scriptsOfItems } from '../../../../src/core/runbook/allScripts';
import { itemCommands } from '../../../../src/core/runbook/itemCommands';
import { withKnownFiles } from '../../../../src/core/runbook/knownFiles';
import type { Script } from '../../../../src/core/runbook/model';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { itemOfScript } from '../../../../src/core/scripts/itemOfScript';
import { fileElsewhere } from '../../../../src/core/scripts/warnings';

const read = (items: string): readonly Script[] => scriptsOfItems(parseRunbook(`# A\n## B\n${items}\n`));

suite('itemCommands', () => {
	const commands: readonly (readonly [string, ...string[]])[] = [
		['Run `python rollback.py emergency`', 'python rollback.py emergency'],
		['**Roll back**: `bash scripts/rollback.sh`', 'bash scripts/rollback.sh'],
		['`$ kubectl get pods -n shop`', 'kubectl get pods -n shop'],
		['Take `kubectl -n shop rollout undo deploy/api`', 'kubectl -n shop rollout undo deploy/api'],
		['`sudo systemctl restart api`, then `df -h /`', 'sudo systemctl restart api', 'df -h /'],
		['`TOKEN=x curl -f https://shop.example/health`', 'TOKEN=x curl -f https://shop.example/health'],
		['All pass (`npm test`)', 'npm test'],
		['`npm run flags:off -- checkout`', 'npm run flags:off -- checkout'],
		['`./deploy.sh`', './deploy.sh'],
		['`ops/drain.sh --zone <zone>`', 'ops/drain.sh --zone <zone>'],
		['``mv a `date` ``', 'mv a `date`'],
		['`mount -o ro\n  /dev/sdb /mnt`', 'mount -o ro /dev/sdb /mnt'],
		['`terraform plan` and `terraform apply`', 'terraform plan', 'terraform apply'],
		['`make rollback VERSION=3`', 'make rollback VERSION=3'],
		['`cd api && make deploy`', 'cd api && make deploy'],
		['If the API is not healthy: `bash scripts/rollback.sh`', 'bash scripts/rollback.sh'],
		['Create a copy: `pg_dump shop`', 'pg_dump shop'],
		['Do not panic. `kubectl get pods -n shop`', 'kubectl get pods -n shop'],
		// A script file, where the item says to run it.
		['Run `scripts/rollback.sh`', 'bash scripts/rollback.sh'],
		['`rollback.sh`', 'bash rollback.sh'],
		['**Roll back** – `ops/back.py`', 'python3 ops/back.py'],
	];
	for (const [source, ...expected] of commands)
		test(source, () =>
			assert.deepEqual(
				itemCommands(source).map(({ text }) => text),
				expected,
			),
		);

	const others = [
		'Ping `/health`, then `/incident lead @ana` in `#incident`',
		'Nobody merges to `main` during a `SEV-1`',
		'Look at `config.yaml`, `azure.json` and `src/server.ts`',
		'Install `kubectl` and `gcloud`',
		'In a `psql` shell: `SELECT pg_wal_replay_pause();`',
		'Set `replicas: 0`, `STRICT_GATES=true` and `node_auto_upgrade`',
		'Patched in the same `kubectl patch` call',
		'Say `make sure it is off` and `service is down`',
		'`rm -rf` the rest',
		'`kubectl get …` for each, or `curl https://shop.example/...`',
		'Never run `rm -rf /data`',
		'Do not use `kubectl delete ns shop`',
		// A colon ends no warning.
		'Do not run: `kubectl delete ns prod`',
		'**Do NOT**: `bash scripts/wipe.sh`',
		'Do **not** run this: `bash scripts/wipe.sh`',
		'Never run this: `python wipe.py now`',
		'If it hangs, do not run: `kubectl delete ns prod`',
		'Not for production: `kubectl delete ns prod`',
		'Nobody runs this: `python wipe.py now`',
		'Verify nobody ran `python wipe.py now`',
		'Check that no one started `bash scripts/wipe.sh`',
		'We used to run `python wipe.py now`',
		'Previously: `bash scripts/wipe.sh`',
		'You shouldn’t run `bash scripts/wipe.sh`',
		'Scale down instead of `systemctl stop api`',
		'Update `deploy/setup.sh` to call `deploy/register.ps1`',
		'Create `scripts/rollback.sh`',
		'The launcher (`deploy/launcher.sh` on Linux)',
		'Endpoint in `backend/server.py`',
		'Run `src/app.py`',
		'Run `scripts/a;b.sh`, `scripts/$(id).sh`',
		'no code: kubectl get pods',
		'an open ` tick, kubectl get pods',
	];
	for (const source of others) test(`nothing: ${source}`, () => assert.deepEqual(itemCommands(source), []));

	test('total and linear, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('`', 'git ', 'a/', '.sh', ' ', '*', '\n', '-') }),
				(text) => void itemCommands(text),
			),
		);
		for (const piece of ['`', '`a', '`git - ', 'a/', '`sudo -a ', '`bash -a ', '**', 'not ']) {
			const startedAt = performance.now();
			itemCommands(piece.repeat(5000));
			assert.ok(performance.now() - startedAt < 500, piece);
		}
	});
});

suite('itemScripts', () => {
	const cases: readonly (readonly [string, string, Script['effect']])[] = [
		['- [ ] **Run the health check**: `bash health.sh`', 'Run the health check', 'check'],
		['- [ ] Run `python rollback.py emergency`', 'python rollback.py emergency', 'change'],
		['- [ ] **Look**: `kubectl get pods`', 'Look', 'check'],
		['- [ ] **Check the disk**: `./tidy.sh` if it is full', 'Check the disk', 'unknown'],
		['- [ ] **Check the disk**: when it is full `./tidy.sh`', 'Check the disk', 'unknown'],
		['- [ ] Check the disk, then run `./tidy.sh`', './tidy.sh', 'unknown'],
		['1. `kubectl delete pod x`\n2. wait', 'kubectl delete pod x', 'change'],
	];
	for (const [items, title, effect] of cases) {
		test(`${items}: ${effect}`, () => {
			const [script] = read(items);
			assert.deepEqual([script?.title, script?.effect, script?.section], [title, effect, 'B']);
			assert.deepEqual([script?.line, script?.itemLine], [3, 3]);
		});
	}

	test('two commands of one item are told apart by their texts', () =>
		assert.deepEqual(
			read('- [ ] **Restart**: `systemctl stop api`, `systemctl start api`').map(({ title }) => title),
			['systemctl stop api', 'systemctl start api'],
		));

	test('a command that a code block has, too, is told once', () => {
		const runbook = parseRunbook(
			'# A\n- [ ] `bash health.sh`\n- [ ] `./back.sh`\n\n```sh\n# Healthy?\nbash health.sh\n```\n',
		);
		assert.deepEqual(
			allScripts(runbook).map(({ title }) => title),
			['./back.sh', 'Healthy?'],
		);
	});
});

suite('files that items name', () => {
	const runbook = parseRunbook(
		'# A\n- [ ] Run `rollback.sh`\n- [ ] Run `python move.py now`\n- [ ] `./gone.sh`\n',
	);
	const places = { 'rollback.sh': 'ops/rollback.sh', 'move.py': 'ops/move.py', './gone.sh': '' };
	const known = { links: new Map(), scripts: new Map(Object.entries(places)) };
	const found = scriptsOfItems(withKnownFiles(runbook, known));
	const [file, command, gone] = found;

	test('a file that is only named is started where it was found', () => {
		assert.equal(file?.text, 'bash ops/rollback.sh\n');
		assert.equal(found.flatMap((script) => fileElsewhere(script) ?? []).length, 1);
	});
	test('a command that somebody wrote stays, with a warning where its file is', () => {
		assert.equal(command?.text, 'python move.py now\n');
		assert.match(found.map(fileElsewhere).join(''), /“ops\/move\.py”/);
	});
	test('a missing one is marked', () => assert.equal(gone?.missing, true));
	test('a place that a shell would read as something else is not put into a command', () => {
		const odd = { links: new Map(), scripts: new Map([['rollback.sh', 'a; id #/rollback.sh']]) };
		assert.equal(scriptsOfItems(withKnownFiles(runbook, odd))[0]?.text, 'bash rollback.sh\n');
	});
});

suite('itemOfScript', () => {
	const runbook = parseRunbook(
		[
			'# A\n- [ ] one: `bash a.sh`\n- [ ] two\n  ```sh\n  bash b.sh\n  ```\n- [ ] three: `bash c.sh`',
			'- [ ] four: `bash c.sh`\n\n```sh\n# First\nbash a.sh\n\n# Second\nbash c.sh\n\n# Third\nbash d.sh\n```\n',
		].join('\n'),
	);
	const item = (title: string): string | undefined => {
		const script = [...runbook.scripts, ...scriptsOfItems(runbook)].find((one) => one.title === title);
		assert.ok(script, title);
		return itemOfScript(script, runbook)?.text;
	};
	const cases: readonly (readonly [string, string | undefined])[] = [
		['one', 'one: bash a.sh'],
		['A', 'two'],
		['First', 'one: bash a.sh'],
		// Two items name it: which one is done is not known.
		['Second', undefined],
		['Third', undefined],
	];
	for (const [title, text] of cases) test(title, () => assert.equal(item(title), text));
});
