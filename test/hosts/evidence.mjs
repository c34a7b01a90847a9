// What a person needs to understand a failed run, gathered before everything is cleaned up.
import fs from 'node:fs';
import path from 'node:path';
import { newestLogs } from './profile.mjs';

export async function saveEvidence({ page, server, log, options }) {
	const folder = process.env.HOST_ARTIFACTS;
	if (!folder) return;
	fs.mkdirSync(folder, { recursive: true });
	await page?.screenshot({ path: path.join(folder, 'failure.png'), timeout: 5000 }).catch(() => {});
	fs.writeFileSync(path.join(folder, 'workbench.log'), log.join('\n'));
	if (server) fs.writeFileSync(path.join(folder, 'server.log'), server.output);
	for (const file of newestLogs(options.userDataDir)) {
		const copy = path.join(folder, path.relative(options.userDataDir, file));
		fs.mkdirSync(path.dirname(copy), { recursive: true });
		fs.copyFileSync(file, copy);
	}
	console.error(`Headless VS Code: logs and a screenshot are in ${folder}`);
}
