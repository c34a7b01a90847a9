// Mocha on plain Node: the unit tests, and those that need real processes, git repositories and disks.
import path from 'node:path';
import { inRepo } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { readCounts } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const mocha = inRepo('node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = inRepo('test', 'support', 'countingReporter.cjs');
// Mocha adds the `spec` of its configuration to what it is given, so the second part goes without.
// Processes on a busy machine take their time; a hang is still caught.
const withoutConfig = [
	'--no-config',
	'--require',
	'tsx/cjs',
	'--extension',
	'ts',
	'--ui',
	'tdd',
	'--timeout',
	'20000',
];

export const testUnits = () => runMocha([]);
export const testNode = () => runMocha([...withoutConfig, 'test/node/**/*.test.ts']);

function runMocha(args) {
	return withTemporaryFolder(async (folder) => {
		const result = path.join(folder, 'result.json');
		const code = await runNode([mocha, '--reporter', reporter, ...args], {
			env: { ...process.env, TEST_RESULT: result },
		});
		return readCounts(result, code, 'Mocha');
	});
}
