// A folder that lives as long as the work in it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Short names: VS Code puts sockets into its profile, and their paths must stay below a hundred characters. */
export async function withTemporaryFolder(work) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rr-'));
	try {
		return await work(folder);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}
