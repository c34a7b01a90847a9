// node scripts/package.mjs: runbook-response-<version>.vsix in the repository's root, and how large everything is.
import fs from 'node:fs';
import path from 'node:path';
import { isMain, runMain, UserError } from './cli.mjs';
import { inRepo } from './paths.mjs';
import { runNode } from './run.mjs';

const vsce = inRepo('node_modules', '@vscode', 'vsce', 'vsce');

/** Builds for production (through `vscode:prepublish`) and packages. Returns the path of the .vsix. */
export async function packageExtension({ quiet = false } = {}) {
	if (!fs.existsSync(vsce)) throw new UserError('Run npm ci first: @vscode/vsce is not installed.');
	const { name, version } = JSON.parse(fs.readFileSync(inRepo('package.json'), 'utf8'));
	const vsix = inRepo(`${name}-${version}.vsix`);
	fs.rmSync(vsix, { force: true });
	// The bundles hold everything we depend on, hence no dependencies; the other two stop vsce from asking.
	const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
	const output = quiet ? 'ignore' : 'inherit';
	const code = await runNode([vsce, 'package', ...options, '--out', vsix], { output });
	if (code !== 0 || !fs.existsSync(vsix)) throw new UserError('The extension could not be packaged.');
	return vsix;
}

function printSizes(vsix) {
	const bundles = fs.readdirSync(inRepo('dist')).filter((name) => name.endsWith('.js'));
	for (const file of [...bundles.map((name) => inRepo('dist', name)), vsix]) {
		const kilobytes = (fs.statSync(file).size / 1024).toFixed(1);
		console.log(`${path.relative(inRepo(), file).padEnd(34)} ${kilobytes.padStart(8)} KB`);
	}
}

if (isMain(import.meta.url)) await runMain(async () => printSizes(await packageExtension()));
