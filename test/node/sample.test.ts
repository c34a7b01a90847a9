import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSampleWorkspace } from '../../scripts/sample.mjs';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const minutesAgo = (minutes: number): number => Math.floor(now / 1000) - minutes * 60;

suite('sample workspace', () => {
	let scratch: string;
	let workspace: string;

	const run = (program: string, ...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(program, args, { cwd: workspace, encoding: 'utf8' });
		return { status, output: stdout + stderr };
	};
	const lines = (...args: string[]): string[] =>
		run('git', ...args)
			.output.trim()
			.split('\n');

	suiteSetup(() => {
		scratch = realpathSync(mkdtempSync(join(tmpdir(), 'sample-test-')));
		workspace = join(scratch, 'lockbay');
		createSampleWorkspace(workspace, now);
	});

	suiteTeardown(() => rmSync(scratch, { recursive: true, force: true }));

	test('the work tree is clean and only main remains', () => {
		assert.equal(run('git', 'status', '--porcelain').output, '');
		assert.deepEqual(lines('for-each-ref', '--format=%(refname)', 'refs/heads'), ['refs/heads/main']);
	});

	test('the history has merges, four people and a tag on every deploy', () => {
		const log = lines('log', '--format=%an|%p|%ct|%D');
		assert.equal(log.length, 28);
		assert.equal(log.filter((line) => line.split('|')[1]?.includes(' ')).length, 10);
		assert.equal(new Set(log.map((line) => line.split('|')[0])).size, 4);
		const deploys = log.filter((line) => line.includes('tag: v')).map((line) => Number(line.split('|')[2]));
		assert.equal(deploys.length, 10);
		assert.deepEqual(deploys.slice(0, 3), [25, 3 * 60, 24 * 60].map(minutesAgo));
	});

	test('the newest deploy shrinks the connection pool', () => {
		const changed = lines('diff', '--name-only', 'HEAD^1', 'HEAD');
		assert.deepEqual(changed, ['config/pool.conf', 'test/pool.test.mjs']);
	});

	test('the revert names the commit it takes back', () => {
		const body = run('git', 'log', '-1', '--format=%b', '--grep=^This reverts commit', 'HEAD').output;
		const reverted = /This reverts commit (\w{40})\./.exec(body)?.[1] ?? 'none';
		const [title] = lines('show', '--no-patch', '--format=%s', reverted);
		assert.equal(title, 'Cache locker availability for 30 seconds');
	});

	test('a folder with something in it is left alone', () => {
		const full = join(scratch, 'full');
		cpSync(join(workspace, 'config'), full, { recursive: true });
		assert.throws(() => createSampleWorkspace(full), /full is not empty; name a new or an empty folder\.$/);
		writeFileSync(join(scratch, 'file'), '');
		assert.throws(() => createSampleWorkspace(join(scratch, 'file')), /is a file/);
		assert.ok(!existsSync(join(full, '.git')));
	});

	// One story, because each script finds what the one before it left.
	test('every script block of the runbook runs and answers with its exit code', () => {
		const blocks = shellBlocks(join(workspace, 'runbooks', 'INCIDENT_RESPONSE.md'));
		assert.equal(blocks.length, 4);
		const [look, changes, evidence, emergency] = blocks as [string, string, string, string];
		const [check, rollback, pause] = emergency.split('\n\n') as [string, string, string];
		const answer = (script: string) => run('bash', '-c', script);
		assert.match(expectExit(answer(look), 1), /DEGRADED/);
		assert.match(expectExit(answer(changes), 0), /Merge pull request #148/);
		assert.match(expectExit(answer(evidence), 0), /^Commit {4}\w+$/m);
		expectExit(answer(pause), 0);
		assert.match(expectExit(answer(check), 0), /HEALTHY, but/);
		expectExit(answer(rollback), 0);
		expectExit(answer('bash scripts/flag.sh new-reservations on'), 0);
		assert.match(expectExit(answer(check), 0), /v3\.9\.0[^]*HEALTHY$/m);
		assert.match(expectExit(answer(rollback), 1), /does not know the migration 0003/);
		expectExit(answer('bash scripts/check-migrations.sh'), 1);
		expectExit(answer('bash scripts/compare-releases.sh'), 0);
		expectExit(answer('bash scripts/deploy.sh v3.9.1'), 0);
		expectExit(answer('bash scripts/rollback.sh sideways'), 2);
		assert.equal(run('git', 'status', '--porcelain').output, '', 'scripts keep to the ignored folder var/');
	});
});

function shellBlocks(file: string): string[] {
	return [...readFileSync(file, 'utf8').matchAll(/^```bash\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');
}

function expectExit(result: { status: number | null; output: string }, expected: number): string {
	assert.equal(result.status, expected, result.output);
	return result.output;
}
