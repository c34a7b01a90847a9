// One run of a test suite in a headless VS Code: server, browser, workbench, and the verdict.
import { format } from 'node:util';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launchBrowser } from './browser.mjs';
import { saveEvidence } from './evidence.mjs';
import { followOutput } from './followOutput.mjs';
import { ensureProfile } from './profile.mjs';
import { watched } from './watched.mjs';
import { startServer, testServerArguments } from './server.mjs';
import { remoteUri, workbenchUrl } from './urls.mjs';

const totalTimeoutMs = Number(process.env.HOST_TIMEOUT_MS ?? 300_000);
const workbenchTimeoutMs = 120_000;

export class HeadlessRun {
	constructor(options) {
		this.options = options;
		this.log = [];
		this.finishing = false;
	}

	async start(vscode) {
		// A test that loops for ever blocks Mocha's own timer; this one is in another process.
		setTimeout(() => this.finish(1, `timed out after ${totalTimeoutMs} ms`), totalTimeoutMs).unref();
		const { userDataDir, extensionsDir } = this.options;
		ensureProfile(userDataDir);
		this.output = followOutput(path.join(userDataDir, 'test-output.txt'));
		this.server = await startServer({
			vscode: watched(vscode, userDataDir),
			userDataDir,
			extensionsDir,
			// The driver makes the workbench accept development paths and report how the tests ended.
			args: [...testServerArguments, '--enable-smoke-test-driver', ...this.trustArguments()],
			env: { IN_HOST_OUTPUT: this.output.file },
		});
		this.server.child.on('exit', (code, signal) => this.finish(1, `the server ended (${signal ?? code})`));
		this.browser = await launchBrowser(this.server.runId);
		this.browser.on('disconnected', () => this.finish(1, 'the browser is gone'));
		await this.openWorkbench();
	}

	/** Ends everything, then the process. Safe to call from anywhere, any number of times. */
	async finish(code, reason) {
		if (this.finishing) return;
		this.finishing = true;
		setTimeout(() => process.exit(code || 1), 20_000).unref(); // whatever hangs below
		if (reason) console.error(`Headless VS Code: ${reason}`);
		this.output?.stop();
		if (code !== 0) await saveEvidence(this);
		await Promise.race([this.browser?.close().catch(() => {}), delay(5000)]);
		await this.server?.stop();
		process.exit(code);
	}

	killNow() {
		this.server?.killNow();
	}

	trustArguments() {
		return this.options.trusted ? ['--disable-workspace-trust'] : [];
	}

	async openWorkbench() {
		const context = await this.browser.newContext({ viewport: { width: 1400, height: 900 } });
		this.page = await context.newPage();
		this.page.on('crash', () => this.finish(1, 'the page crashed'));
		this.page.on('pageerror', (error) => this.record(`page error ${error.stack}`));
		// VS Code looks for these two functions when its smoke test driver is on.
		await this.page.exposeFunction('codeAutomationLog', (type, args) =>
			this.record(`${type} ${format(...args)}`),
		);
		await this.page.exposeFunction('codeAutomationExit', (code) => this.believeExit(code));
		await this.page.goto(this.url(), { timeout: workbenchTimeoutMs });
		await this.page.waitForSelector('.monaco-workbench', { timeout: workbenchTimeoutMs });
	}

	url() {
		const { target, developmentPath, testsPath, disableExtensions } = this.options;
		const { authority, origin } = this.server;
		const payload = [['skipWelcome', 'true']];
		if (developmentPath) payload.push(['extensionDevelopmentPath', remoteUri(authority, developmentPath)]);
		if (testsPath) payload.push(['extensionTestsPath', remoteUri(authority, testsPath)]);
		if (disableExtensions) payload.push(['disableExtensions', 'true']);
		const kind = target?.endsWith('.code-workspace') ? 'workspace' : 'folder';
		return workbenchUrl(origin, { [kind]: target, payload });
	}

	/** A killed extension host is reported as exit code 0: only the server's log knows of the signal. */
	async believeExit(code) {
		const died = /Extension Host Process exited with code: (\S+), signal: (\w+)/;
		const deadline = Date.now() + 5000;
		while (!died.test(this.server.output) && Date.now() < deadline) await delay(100);
		const [, , signal] = died.exec(this.server.output) ?? [];
		if (signal && signal !== 'null') await this.finish(1, `the extension host was killed by ${signal}`);
		else await this.finish(code, code === 0 ? undefined : 'the tests failed');
	}

	record(line) {
		this.log.push(`${new Date().toISOString()} ${line}`);
		if (process.env.HOST_VERBOSE === '1') console.error(line);
	}
}
