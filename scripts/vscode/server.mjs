// Unpacks VS Code's server out of the code-server package and gives it the few dependencies it needs.
import path from 'node:path';
import { cacheDir } from '../paths.mjs';
import { keepOnlyNeeded } from './dependencies.mjs';
import { installOnce } from './installOnce.mjs';
import { addRipgrep, removeOtherPlatforms } from './natives.mjs';
import { npm, unpackPackage } from './npm.mjs';
import { writeStandIns } from './standIns.mjs';

/** Built-in extensions that need an account, a model, or (TypeScript) packages which are not installed here. */
const unusedExtensions = [
	'copilot',
	'mermaid-markdown-features',
	'microsoft-authentication',
	'typescript-language-features',
];

export function installServer(release) {
	const name = `code-server-${release.packageVersion}-${process.platform}-${process.arch}`;
	const root = path.join(cacheDir, name);
	installOnce(root, (folder) => {
		console.error(`Installing VS Code ${release.vscodeVersion}`);
		unpackPackage(`code-server@${release.packageVersion}`, folder, {
			strip: 3,
			members: ['package/lib/vscode'],
			exclude: unusedExtensions.map((extension) => `package/lib/vscode/extensions/${extension}`),
		});
		keepOnlyNeeded(folder, release.replace);
		npm(['install', '--omit=dev', '--no-save', '--legacy-peer-deps', '--no-audit', '--no-fund'], folder);
		addRipgrep(folder);
		removeOtherPlatforms(folder);
		writeStandIns(folder);
	});
	return { root, serverMain: path.join(root, 'out', 'server-main.js') };
}
