// Plain JavaScript in place of native modules that would have to be compiled on every machine.
// They do what VS Code asks of the originals here: write log files, copy files, answer with an id.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('standIns', import.meta.url));

const standIns = {
	'@vscode/spdlog': 'spdlog.cjs',
	'@vscode/fs-copyfile': 'copyFile.cjs',
	'@vscode/native-watchdog': 'watchdog.cjs',
	'native-watchdog': 'watchdog.cjs',
	'@vscode/deviceid': 'deviceId.cjs',
};

export function writeStandIns(root) {
	for (const [name, source] of Object.entries(standIns)) {
		const folder = path.join(root, 'node_modules', name);
		if (fs.existsSync(folder)) continue;
		fs.mkdirSync(folder, { recursive: true });
		const manifest = { name, version: '0.0.0-stand-in', main: 'index.cjs' };
		fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
		fs.copyFileSync(path.join(sources, source), path.join(folder, 'index.cjs'));
	}
}
