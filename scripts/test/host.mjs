// The tests inside the extension host, in a desktop VS Code or in the headless one: the same suite, the same call.
import fs from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { UserError } from '../cli.mjs';
import { getVSCode } from '../get-vscode.mjs';
import { artifactsDir, cacheDir, inRepo, repoRoot } from '../paths.mjs';
import { createSampleWorkspace } from '../sample.mjs';
import { hasStrace, prepareHostile } from './hostile.mjs';
import { bundleInHostTests } from './bundle.mjs';
import { readCounts } from './counts.mjs';
import { withTemporaryFolder } from './temporary.mjs';

const headlessExecutable = inRepo('test', 'hosts', 'code-headless.mjs');

/**
 * Three times: in a folder the person trusts, in Restricted Mode, and there over hostile folders under strace. Tests
 * chosen by name run in one of the first two; `hostile` is the last alone.
 */
export async function testInHost({ vscode: version, desktop, grep, restricted, hostile }) {
	const testsPath = await bundleInHostTests(inRepo('artifacts', 'inHost'));
	const executable = await findExecutable(version, desktop);
	const host = { executable, testsPath, environment: hostEnvironment(version) };
	const run = (environment) => runInHost(host, openSample(environment));
	if (hostile) return runHostile(host);
	if (grep) return run({ IN_HOST_GREP: grep, ...(restricted && { HOST_UNTRUSTED: '1' }) });
	const trusted = await run({});
	// Only the headless host can leave out the flag with which runTests() trusts everything.
	if (trusted.problem || executable !== headlessExecutable) return trusted;
	const untrusted = await run({ HOST_UNTRUSTED: '1' });
	const both = sumOf(trusted, untrusted);
	return untrusted.problem ? both : sumOf(both, await runHostile(host));
}

/** Without strace nothing can be counted; that is no success. */
async function runHostile(host) {
	if (hasStrace()) return runInHost(host, prepareHostile);
	console.log('There is no strace, so what hostile folders start is not counted.');
	return { passed: 0, failed: 0, skipped: 1 };
}

function openSample(environment) {
	return (folder) => {
		const workspace = path.join(folder, 'sample');
		createSampleWorkspace(workspace);
		return { workspace, environment };
	};
}

/** `prepare` makes what is opened, in a folder that lives as long as the run. */
function runInHost({ executable, testsPath, environment }, prepare) {
	return withTemporaryFolder(async (folder) => {
		const result = path.join(folder, 'result.json');
		const { workspace, environment: own } = await prepare(folder);
		const code = await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: repoRoot,
			extensionTestsPath: testsPath,
			launchArgs: [
				workspace,
				'--disable-extensions',
				`--user-data-dir=${path.join(folder, 'user')}`,
				`--extensions-dir=${path.join(folder, 'extensions')}`,
			],
			extensionTestsEnv: { ...environment, ...own, IN_HOST_RESULT: result },
		}).catch(() => 1); // it rejects with the exit code in a sentence; what matters is in the result file
		return readCounts(result, code, 'VS Code');
	});
}

/** What the trust of the folder excludes is not a skipped test: the other run has it. */
function sumOf(before, untrusted) {
	const sum = {
		passed: before.passed + untrusted.passed,
		failed: before.failed + untrusted.failed,
		skipped: before.skipped + (untrusted.passed === 0 ? untrusted.skipped : 0),
	};
	return untrusted.problem ? { ...sum, problem: `Restricted Mode: ${untrusted.problem}` } : sum;
}

function hostEnvironment(version) {
	const artifacts = path.join(artifactsDir, 'host');
	fs.rmSync(artifacts, { recursive: true, force: true }); // evidence of an earlier failure would mislead
	return { HOST_ARTIFACTS: artifacts, ...(version && { HOST_VSCODE: version }) };
}

/** The headless one, unless a desktop is asked for. A machine that merely prefers the desktop falls back. */
async function findExecutable(version, desktop) {
	const preferDesktop = desktop || process.env.VSCODE_HOST === 'desktop' || process.platform !== 'linux';
	if (preferDesktop) {
		const executable = await downloadDesktop(version, desktop);
		if (executable) return executable;
		console.log('The desktop VS Code could not be downloaded; going on with the headless one.');
	}
	await getVSCode(version); // here, so that its messages come before the run's
	return headlessExecutable;
}

async function downloadDesktop(version, required) {
	try {
		return await downloadAndUnzipVSCode({
			version: version?.replace(/^4\./, '1.') ?? 'stable',
			cachePath: cacheDir,
		});
	} catch (error) {
		if (!required) return undefined;
		const reason = error.cause?.message ?? error.message;
		throw new UserError(`The desktop VS Code could not be downloaded: ${reason}.`, { cause: error });
	}
}
