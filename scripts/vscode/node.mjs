// The Node.js a VS Code release was built for, whatever Node runs these scripts.
import path from 'node:path';
import { cacheDir } from '../paths.mjs';
import { installOnce } from './installOnce.mjs';
import { unpackPackage } from './npm.mjs';

/** Returns the path of the executable. */
export function installNode(version) {
	const platform = `${process.platform}-${process.arch}`;
	const target = path.join(cacheDir, `node-${version}-${platform}`);
	installOnce(target, (folder) => {
		console.error(`Installing Node.js ${version}`);
		const members = ['package/bin/node', 'package/LICENSE'];
		unpackPackage(`node-${platform}@${version}`, folder, { strip: 1, members });
	});
	return path.join(target, 'bin', 'node');
}
