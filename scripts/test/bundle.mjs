// Bundles the tests that run inside the extension host: the runner and one file per *.test.ts.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inRepo } from '../paths.mjs';

const sources = inRepo('test', 'inHost');

/** Returns the path of the bundled runner. */
export async function bundleInHostTests(target) {
	fs.rmSync(target, { recursive: true, force: true }); // a bundle of a deleted test would still run
	const tests = fs.readdirSync(sources).filter((name) => name.endsWith('.test.ts'));
	await build({
		entryPoints: ['index.ts', ...tests].map((name) => path.join(sources, name)),
		outdir: target,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		sourcemap: 'inline',
		// VS Code provides the first; the tests and their runner must share one instance of the second.
		external: ['vscode', 'mocha'],
		logLevel: 'warning',
	});
	return path.join(target, 'index.js');
}
