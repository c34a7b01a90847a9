// Binaries: search needs ripgrep, and only this platform's copies are worth their megabytes.
import fs from 'node:fs';
import path from 'node:path';
import { unpackPackage } from './npm.mjs';

const platform = `${process.platform}-${process.arch}`;

/** Older releases depend on @vscode/ripgrep, which downloads its program from elsewhere when its install script runs. */
export function addRipgrep(root) {
	const target = path.join(root, 'node_modules', '@vscode', 'ripgrep');
	if (!fs.existsSync(target) || fs.existsSync(path.join(target, 'bin'))) return;
	const folder = fs.mkdtempSync(path.join(root, 'ripgrep-'));
	unpackPackage('@vscode/ripgrep-universal@1.18.0', folder, {
		strip: 2,
		members: [`package/bin/${platform}`],
	});
	fs.renameSync(path.join(folder, platform), path.join(target, 'bin'));
	fs.rmSync(folder, { recursive: true });
}

export function removeOtherPlatforms(root) {
	for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
		const parent = path.join(root, 'node_modules', folder);
		if (!fs.existsSync(parent)) continue;
		for (const name of fs.readdirSync(parent)) {
			if (!name.startsWith(platform)) fs.rmSync(path.join(parent, name), { recursive: true });
		}
	}
}
