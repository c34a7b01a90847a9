// Mocha on plain Node: the unit tests, those that need real processes, git repositories and disks, and those that do
// harm to them.
import path from 'node:path';
import { inRepo } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { readCounts } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const mocha = inRepo('node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = inRepo('test', 'support', 'countingReporter.cjs');
// Mocha adds the `spec` of its configuration to what it is given, so the second part goes without.
const withoutConfig = ['--no-config', '--require', 'tsx/cjs', '--extension', 'ts', '--ui', 'tdd'];
// Processes on a busy machine take their time; a hang is still caught.
const timeout = (seconds) => ['--timeout', String(seconds * 1000)];

export const testUnits = () => runMocha([]);
export const testNode = () => runMocha([...withoutConfig, ...timeout(20), 'test/node/**/*.test.ts']);

/** The long form kills many more processes, and has the kernel and the clock do their worst. */
export function testFaults({ long }) {
	const args = [...withoutConfig, ...timeout(long ? 3600 : 60), 'test/faults/**/*.test.ts'];
	return runMocha(args, { FAULTS: long ? 'long' : 'short' });
}

function runMocha(args, environment = {}) {
	return withTemporaryFolder(async (folder) => {
		const result = path.join(folder, 'result.json');
		const code = await runNode([mocha, '--reporter', reporter, ...args], {
			env: { ...process.env, ...environment, TEST_RESULT: result },
		});
		return readCounts(result, code, 'Mocha');
	});
}
