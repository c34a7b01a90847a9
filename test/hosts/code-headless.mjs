#!/usr/bin/env node
// Stands in for the desktop VS Code in @vscode/test-electron: runTests({ vscodeExecutablePath: <this file> }).
// Environment: HOST_VSCODE (version), HOST_ARTIFACTS (folder for evidence of a failure), HOST_TIMEOUT_MS,
// HOST_UNTRUSTED=1 (Restricted Mode), HOST_STRACE (file for what is started), HOST_VERBOSE=1 (all of VS Code's log on stderr).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UserError } from '../../scripts/cli.mjs';
import { getVSCode } from '../../scripts/get-vscode.mjs';
import { parseCommandLine } from './commandLine.mjs';
import { HeadlessRun } from './headlessRun.mjs';
import { whenParentEnds } from './whenParentEnds.mjs';

const options = parseCommandLine(process.argv.slice(2));
// runTests() always asks for trust, so Restricted Mode needs a switch of its own.
if (process.env.HOST_UNTRUSTED === '1') options.trusted = false;
options.userDataDir ??= fs.mkdtempSync(path.join(os.tmpdir(), 'runbook-host-'));
options.extensionsDir ??= path.join(options.userDataDir, 'extensions');

const run = new HeadlessRun(options);
for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
	process.on(signal, () => run.finish(128 + number, `stopped by ${signal}`));
}
process.on('uncaughtException', (error) => run.finish(1, explain(error)));
process.on('unhandledRejection', (error) => run.finish(1, explain(error)));
process.on('exit', () => run.killNow());
whenParentEnds(() => run.finish(1, 'the parent process is gone'));
try {
	await run.start(await getVSCode(process.env.HOST_VSCODE));
} catch (error) {
	await run.finish(1, explain(error));
}

function explain(error) {
	return error instanceof UserError ? error.message : (error?.stack ?? String(error));
}
