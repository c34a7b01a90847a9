// npm start [-- FOLDER | -- --fresh]: the extension in a real VS Code in your browser, on a sample incident or on FOLDER.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensureProfile, quietSettings } from '../test/hosts/profile.mjs';
import { installExtension, startServer } from '../test/hosts/server.mjs';
import { workbenchUrl } from '../test/hosts/urls.mjs';
import { isMain, parseArguments, runMain, UserError } from './cli.mjs';
import { getVSCode } from './get-vscode.mjs';
import { packageExtension } from './package.mjs';
import { cacheDir } from './paths.mjs';
import { findPort } from './port.mjs';
import { createSampleWorkspace } from './sample.mjs';

const home = path.join(cacheDir, 'start');
const sampleFolder = path.join(home, 'sample-workspace');

async function main() {
	const { options, positional } = parseArguments(process.argv.slice(2), { flags: ['fresh'] });
	const folder = positional[0] ? existingFolder(positional[0]) : ensureSample(options.fresh);
	const port = await findPort(process.env.PORT);
	const vscode = await getVSCode();
	const vsix = await packageExtension({ quiet: true });

	const profile = {
		vscode,
		userDataDir: path.join(home, 'user'),
		extensionsDir: path.join(home, 'extensions'),
	};
	ensureProfile(profile.userDataDir, { ...quietSettings, 'security.workspace.trust.startupPrompt': 'once' });
	installExtension(profile, vsix);
	// Behind the port is a terminal: without a secret in the address, any web page could reach it.
	const token = randomBytes(16).toString('hex');
	const server = await startServer({ ...profile, port, args: ['--connection-token', token] });
	stopWithProcess(server);
	console.log(instructions({ url: workbenchUrl(server.origin, { folder, token }), folder, vsix }));
}

function existingFolder(name) {
	const folder = path.resolve(name);
	if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		throw new UserError(`${folder} is not a folder.`);
	}
	return folder;
}

/** Keeps what was done in the sample so far, unless a fresh one is asked for. */
function ensureSample(fresh) {
	if (fresh) fs.rmSync(sampleFolder, { recursive: true, force: true });
	if (!fs.existsSync(sampleFolder)) createSampleWorkspace(sampleFolder);
	return sampleFolder;
}

function instructions({ url, folder, vsix }) {
	const sampleHint = folder === sampleFolder ? ['  Fresh sample   npm start -- --fresh'] : [];
	return [
		'',
		`  Open           ${url}`,
		`  Folder         ${folder}`,
		...sampleHint,
		`  In your own    code --install-extension ${vsix}`,
		'  Stop           Ctrl+C',
		'',
	].join('\n');
}

function stopWithProcess(server) {
	const ended = () => {
		console.error('The VS Code server ended by itself.');
		process.exit(1);
	};
	server.child.on('exit', ended);
	for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
		process.on(signal, async () => {
			server.child.off('exit', ended);
			await server.stop();
			process.exit(0);
		});
	}
	process.on('exit', server.killNow);
}

if (isMain(import.meta.url)) await runMain(main);
