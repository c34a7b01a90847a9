// Debian's Chromium, driven by Playwright; CHROMIUM names another executable.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { UserError } from '../../scripts/cli.mjs';
import { cleanEnvironment } from './environment.mjs';
import { runIdVariable } from './processes.mjs';

/** No sandbox: CI runs as root in a container. The rest keeps Chromium from calling home. */
const chromiumArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
	'--disable-features=Translate,OptimizationHints,MediaRouter',
];

export async function launchBrowser(runId) {
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	if (!fs.existsSync(executablePath)) {
		throw new UserError(
			`There is no Chromium at ${executablePath}; install one or set CHROMIUM to its path.`,
		);
	}
	return chromium.launch({
		executablePath,
		args: chromiumArguments,
		env: cleanEnvironment({ [runIdVariable]: runId }),
		// The owner closes the browser itself, after it has taken a last screenshot.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
}
