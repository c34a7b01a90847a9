// The unit tests: plain Mocha on plain Node, configured by .mocharc.json.
import path from 'node:path';
import { inRepo } from '../paths.mjs';
import { runNode } from '../run.mjs';
import { readCounts } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const mocha = inRepo('node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = inRepo('test', 'support', 'countingReporter.cjs');

export function testUnits() {
	return withTemporaryFolder(async (folder) => {
		const result = path.join(folder, 'result.json');
		const code = await runNode([mocha, '--reporter', reporter], {
			env: { ...process.env, TEST_RESULT: result },
		});
		return readCounts(result, code, 'Mocha');
	});
}
