// node scripts/get-vscode.mjs [version]: a headless VS Code in .vscode-test/, from the npm registry alone.
// Prints {version, root, node, serverMain} as JSON; does nothing when it is already there.
import { isMain, parseArguments, runMain, UserError } from './cli.mjs';
import { installNode } from './vscode/node.mjs';
import { installServer } from './vscode/server.mjs';
import { defaultVersion, findRelease } from './vscode/releases.mjs';

export async function getVSCode(version = defaultVersion) {
	if (process.platform !== 'linux') {
		throw new UserError('The headless VS Code is for Linux; elsewhere use the desktop one (--desktop).');
	}
	const release = findRelease(version);
	return { version: release.vscodeVersion, node: installNode(release.node), ...installServer(release) };
}

if (isMain(import.meta.url)) {
	await runMain(async () => {
		const { positional } = parseArguments(process.argv.slice(2));
		console.log(JSON.stringify(await getVSCode(positional[0])));
	});
}
