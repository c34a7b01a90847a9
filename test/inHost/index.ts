// Runs inside the extension host of any VS Code: every *.test.ts of this folder, bundled, under Mocha.
// Its last act is the result file. No file means that the host died, whatever its exit code says.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export async function run(): Promise<void> {
	printToFile(process.env.IN_HOST_OUTPUT);
	const grep = process.env.IN_HOST_GREP;
	const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: false, ...(grep && { grep }) });
	for (const file of fs.readdirSync(__dirname).sort()) {
		if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
	}
	const { failures, passes, pending } = await runToEnd(mocha);
	const resultFile = process.env.IN_HOST_RESULT;
	if (resultFile) {
		fs.writeFileSync(resultFile, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
	}
	if (failures > 0 || passes === 0) throw new Error(`${failures} of the tests in the host failed`);
}

/** A headless host follows this file; on the desktop the console is the runner's own output. */
function printToFile(file: string | undefined): void {
	if (!file) return;
	Mocha.reporters.Base.consoleLog = (...args: unknown[]) => fs.appendFileSync(file, `${format(...args)}\n`);
}

function runToEnd(mocha: Mocha): Promise<Mocha.Stats> {
	return new Promise((resolve, reject) => {
		const runner: Mocha.Runner = mocha.run(() => {
			if (runner.stats) resolve(runner.stats);
			else reject(new Error('Mocha kept no statistics.'));
		});
	});
}
