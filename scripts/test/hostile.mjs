// Restricted Mode over folders that want a program started, under strace: whatever is started is seen.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

export const hasStrace = () => spawnSync('strace', ['-V']).status === 0;

/** Writes the folders and resolves with what to open, and the environment of a host that is watched. */
export async function prepareHostile(folder) {
	const { writeHostileFolders } = await tsImport('../../test/support/hostileFolders.ts', import.meta.url);
	const root = path.join(folder, 'hostile');
	fs.mkdirSync(root);
	return {
		workspace: writeHostileFolders(root),
		environment: {
			HOST_UNTRUSTED: '1',
			HOST_STRACE: path.join(folder, 'started.txt'),
			IN_HOST_GREP: 'Hostile folders',
			HOST_TIMEOUT_MS: '600000',
		},
	};
}
