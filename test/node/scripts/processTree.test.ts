import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { descendantsOf, endDescendants } from '../../../src/node/processTree';

suite('processTree', () => {
	const cases: readonly (readonly [number, string, readonly number[]])[] = [
		[10, '  10     1\n  11    10\n  12    11\n  13    10\n  99     1\n', [12, 13, 11]],
		[10, '10 1\n', []],
		[10, 'damaged\n11 10 x\n12 10\n', [12]],
		[10, '10 11\n11 10\n', [11]],
		[10, '', []],
	];
	for (const [pid, processes, expected] of cases)
		test(JSON.stringify(processes), () =>
			assert.deepEqual(
				descendantsOf(pid, processes).filter((found) => found !== pid),
				expected,
			),
		);

	test('ends what a shell has started, and not the shell', async function () {
		this.timeout(20_000);
		const shell = spawn(
			'bash',
			['-c', 'bash -c "trap \'\' TERM; sleep 100 & echo \\$!; wait; sleep 100"; echo lives on'],
			{
				stdio: ['ignore', 'pipe', 'ignore'],
			},
		);
		const [first] = (await once(shell.stdout, 'data')) as [Buffer];
		const sleeping = Number(first.toString().trim());
		assert.ok(shell.pid !== undefined && sleeping > 0);
		await endDescendants(shell.pid, true);
		const [last] = (await once(shell.stdout, 'data')) as [Buffer];
		assert.equal(last.toString().trim(), 'lives on');
		// Gone, or dead and not yet waited for by whoever inherited it.
		const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(sleeping)], { encoding: 'utf8' });
		assert.match(stdout.trim(), /^(?:Z.*)?$/);
	});
});
