import { readFileSync } from 'node:fs';

/** Reads `key=number` lines. The shell scripts read the same files with grep, so the format stays this plain. */
export function readConf(path) {
	const entries = readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line.includes('=') && !line.startsWith('#'))
		.map((line) => line.split('='))
		.map(([key, value]) => [key.trim(), Number(value)]);
	return Object.fromEntries(entries);
}
