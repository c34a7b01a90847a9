// Starts VS Code's server. It serves the workbench to a browser and runs the extension host.
import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { cleanEnvironment } from './environment.mjs';
import { endProcesses, killProcesses, runIdVariable } from './processes.mjs';

/** No marketplace: look-ups on a closed network would delay the start and litter the logs. */
const offline = { EXTENSIONS_GALLERY: '{}' };

/** Arguments for a server that serves one test run and ends itself, should its owner be killed. */
export const testServerArguments = [
	'--without-connection-token',
	'--reconnection-grace-time=5',
	'--enable-remote-auto-shutdown',
];

export function installExtension({ vscode, userDataDir, extensionsDir }, vsix) {
	const args = [vscode.serverMain, ...folders({ userDataDir, extensionsDir }), '--install-extension', vsix];
	execFileSync(vscode.node, [...args, '--force'], {
		env: cleanEnvironment(offline),
		stdio: ['ignore', 'ignore', 'pipe'],
	});
}

/** `port` is a number or a range (`9100-9199`); 0 takes any free one. Rejects when the server does not come up. */
export async function startServer({ vscode, userDataDir, extensionsDir, port = 0, args = [], env = {} }) {
	fs.mkdirSync(extensionsDir, { recursive: true });
	const runId = randomUUID();
	const child = spawn(
		vscode.node,
		[
			vscode.serverMain,
			...['--host', '127.0.0.1', '--port', String(port)],
			...['--telemetry-level', 'off', '--disable-getting-started-override'],
			...folders({ userDataDir, extensionsDir }),
			...args,
		],
		{
			env: cleanEnvironment({ ...offline, ...env, [runIdVariable]: runId }),
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true, // a process group of its own, so that one signal reaches all of it
		},
	);
	const server = {
		runId,
		child,
		output: '',
		stop: () => endProcesses(runId, child.pid),
		killNow: () => killProcesses(runId),
	};
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (data) => (server.output += data));
	}
	try {
		server.port = await listeningPort(server);
	} catch (error) {
		server.killNow();
		throw error;
	}
	// The workbench compares authorities literally, so everybody must use this one spelling of the host.
	server.authority = `localhost:${server.port}`;
	server.origin = `http://${server.authority}`;
	return server;
}

function listeningPort(server, timeoutMs = 60_000) {
	return new Promise((resolve, reject) => {
		const fail = (reason) => reject(new Error(`The VS Code server ${reason}.\n${server.output}`));
		const timer = setTimeout(() => fail(`did not start within ${timeoutMs} ms`), timeoutMs);
		server.child.on('error', (error) => fail(`could not be started: ${error.message}`));
		server.child.on('exit', (code, signal) => fail(`ended early (${signal ?? code})`));
		server.child.stdout.on('data', () => {
			const match = /Extension host agent listening on (\d+)/.exec(server.output);
			if (!match) return;
			clearTimeout(timer);
			resolve(Number(match[1]));
		});
	});
}

const folders = ({ userDataDir, extensionsDir }) => [
	'--accept-server-license-terms',
	...['--user-data-dir', userDataDir],
	...['--extensions-dir', extensionsDir],
];
