// Cuts VS Code's dependency list to what the server, the extension host, the terminal and the web client load.
// The rest serves built-in AI agents and other platforms, several hundred megabytes of it.
import fs from 'node:fs';
import path from 'node:path';
import { integrity } from './releases.mjs';

const needed = new Set([
	'@microsoft/1ds-core-js',
	'@microsoft/1ds-post-js',
	'@parcel/watcher',
	'@vscode/iconv-lite-umd',
	'@vscode/proxy-agent',
	'@vscode/ripgrep',
	'@vscode/ripgrep-universal',
	'@vscode/tree-sitter-wasm',
	'@vscode/vscode-languagedetection',
	'@vscode/watcher',
	'@xterm/addon-clipboard',
	'@xterm/addon-image',
	'@xterm/addon-ligatures',
	'@xterm/addon-progress',
	'@xterm/addon-search',
	'@xterm/addon-serialize',
	'@xterm/addon-unicode11',
	'@xterm/addon-webgl',
	'@xterm/headless',
	'@xterm/xterm',
	'cookie',
	'http-proxy-agent',
	'https-proxy-agent',
	'jschardet',
	'katex',
	'minimist',
	'node-pty',
	'tas-client',
	'tas-client-umd',
	'vscode-oniguruma',
	'vscode-regexpp',
	'vscode-textmate',
	'ws',
	'yauzl',
	'yazl',
]);

/** Edits package.json and npm-shrinkwrap.json in `root`. The shrinkwrap goes on pinning every version and checksum. */
export function keepOnlyNeeded(root, replace) {
	const dependencies = editJson(path.join(root, 'package.json'), (manifest) => {
		delete manifest.devDependencies;
		const kept = Object.entries(manifest.dependencies).filter(([name]) => needed.has(name));
		manifest.dependencies = { ...Object.fromEntries(kept), ...replace };
		return manifest.dependencies;
	});
	editJson(path.join(root, 'npm-shrinkwrap.json'), (lock) => {
		const own = lock.packages[''];
		own.dependencies = dependencies;
		delete own.devDependencies;
		delete own.optionalDependencies;
		for (const [name, version] of Object.entries(replace)) {
			Object.assign(lock.packages[`node_modules/${name}`], {
				version,
				resolved: undefined,
				integrity: integrity[`${name}@${version}`],
			});
		}
	});
}

function editJson(file, edit) {
	const content = JSON.parse(fs.readFileSync(file, 'utf8'));
	const result = edit(content);
	fs.writeFileSync(file, JSON.stringify(content, null, 2));
	return result;
}
