// An installation is complete or absent, also after Ctrl+C in the middle and with two installers at once.
import fs from 'node:fs';
import path from 'node:path';

/** Lets `fill` write a temporary folder beside `target`, then renames it. Does nothing when `target` is complete. */
export function installOnce(target, fill) {
	const marker = path.join(target, '.complete');
	if (fs.existsSync(marker)) return;
	fs.mkdirSync(path.dirname(target), { recursive: true });
	const temporary = fs.mkdtempSync(`${target}.tmp-`);
	try {
		fill(temporary);
		fs.writeFileSync(path.join(temporary, '.complete'), new Date().toISOString());
		if (fs.existsSync(marker)) return; // another installer was faster
		fs.rmSync(target, { recursive: true, force: true });
		fs.renameSync(temporary, target);
	} finally {
		fs.rmSync(temporary, { recursive: true, force: true });
	}
}
