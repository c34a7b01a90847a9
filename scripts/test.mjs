// node scripts/test.mjs [unit|node|faults|host|ui]... [--vscode 1.100.3] [--desktop] [--long] [--grep NAME [--restricted]]
// [--hostile]; no name means all five.
// The very last line is `N passed, N failed, N skipped` over all parts.
import fs from 'node:fs';
import { cleanOwnEnvironment } from '../test/hosts/environment.mjs';
import { isMain, parseArguments, runMain, UserError } from './cli.mjs';
import { inRepo } from './paths.mjs';
import { runNode } from './run.mjs';
import { testInHost } from './test/host.mjs';
import { testUi } from './test/ui.mjs';
import { testFaults, testNode, testUnits } from './test/unit.mjs';
import { describePart, lastLine, total } from './test/counts.mjs';

const parts = { unit: testUnits, node: testNode, faults: testFaults, host: testInHost, ui: testUi };

async function main() {
	const { options, positional } = parseArguments(process.argv.slice(2), {
		values: ['vscode', 'grep'],
		flags: ['desktop', 'long', 'restricted', 'hostile'],
	});
	const names = positional.length > 0 ? positional : Object.keys(parts);
	for (const name of names) {
		if (!(name in parts))
			throw new UserError(`There is no test part ${name}; there are unit, node, faults, host and ui.`);
	}
	if (!fs.existsSync(inRepo('node_modules'))) throw new UserError('Run npm ci first.');
	cleanOwnEnvironment();
	if ((await runNode(['esbuild.js'])) !== 0) throw new UserError('The build failed, so nothing was tested.');

	const results = [];
	for (const name of names) results.push(await runPart(name, options));
	console.log('');
	for (const result of results) console.log(describePart(result));
	const sum = total(results);
	if (sum.failed > 0) process.exitCode = 1;
	console.log(lastLine(sum));
}

/** A part that broke down is a failure of its own, however many tests had passed by then. */
async function runPart(name, options) {
	console.log(`\n=== ${name} ===`);
	const startedAt = Date.now();
	const counts = await parts[name](options).catch((error) => {
		const problem = error instanceof UserError ? error.message : error.stack;
		return { passed: 0, failed: 0, skipped: 0, problem };
	});
	return { name, seconds: (Date.now() - startedAt) / 1000, ...counts };
}

if (isMain(import.meta.url)) await runMain(main);
