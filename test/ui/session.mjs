// One VS Code for the whole UI run: the packaged extension installed into a fresh profile, a server, a browser.
// No smoke test driver, so that notifications, dialogs and trust prompts are those a person gets.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../hosts/browser.mjs';
import { ensureProfile, newestLogs } from '../hosts/profile.mjs';
import { installExtension, startServer, testServerArguments } from '../hosts/server.mjs';
import { workbenchUrl } from '../hosts/urls.mjs';
import { Workbench } from './workbench.mjs';

export async function openSession({ vscode, vsix, folder, shots }) {
	const profile = {
		vscode,
		userDataDir: path.join(folder, 'user'),
		extensionsDir: path.join(folder, 'extensions'),
	};
	ensureProfile(profile.userDataDir);
	installExtension(profile, vsix);
	const args = [...testServerArguments, '--disable-workspace-trust'];
	const server = await startServer({ ...profile, args });
	let browser;
	try {
		browser = await launchBrowser(server.runId);
	} catch (error) {
		await server.stop();
		throw error;
	}
	const console = [];

	return {
		/** A new window. Each has browser storage of its own, where the web workbench keeps its state. */
		async openWindow(target) {
			const context = await browser.newContext({
				viewport: { width: 1280, height: 800 },
				permissions: ['clipboard-read', 'clipboard-write'],
				locale: 'en-US',
			});
			const page = await context.newPage();
			page.on('console', (message) => console.push(message.text()));
			page.on('pageerror', (error) => console.push(`page error ${error.stack}`));
			const workbench = new Workbench(page, shots);
			await workbench.load(workbenchUrl(server.origin, { folder: target }));
			return workbench;
		},
		/** VS Code's logs beside the screenshots, for whoever has to find out why a step failed. */
		saveLogs() {
			const logs = path.join(shots, 'logs');
			fs.mkdirSync(logs);
			fs.writeFileSync(path.join(logs, 'console.log'), console.join('\n'));
			fs.writeFileSync(path.join(logs, 'server.log'), server.output);
			for (const file of newestLogs(profile.userDataDir)) {
				const copy = path.join(shots, path.relative(profile.userDataDir, file));
				fs.mkdirSync(path.dirname(copy), { recursive: true });
				fs.copyFileSync(file, copy);
			}
		},
		async close() {
			await browser.close().catch(() => {});
			await server.stop();
		},
		killNow: server.killNow,
	};
}
