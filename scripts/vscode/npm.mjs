// The npm command line as a downloader. It brings the proxy, the certificates and the cache that work on this machine.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli.mjs';
import { integrity } from './releases.mjs';

export function npm(args, cwd) {
	// `--ignore-scripts` throughout: no package's install script runs, so nothing is downloaded from elsewhere.
	execFileSync('npm', [...args, '--ignore-scripts'], {
		cwd,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, npm_config_loglevel: 'error' },
	});
}

/** Unpacks parts of a package into `target`, after its checksum was compared with the pinned one. */
export function unpackPackage(spec, target, { strip, members, exclude = [] }) {
	const folder = fs.mkdtempSync(path.join(target, 'tarball-'));
	try {
		const tarball = download(spec, folder);
		const excluded = exclude.map((name) => `--exclude=${name}`);
		execFileSync('tar', [
			'xzf',
			tarball,
			`--strip-components=${strip}`,
			'-C',
			target,
			...excluded,
			...members,
		]);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

function download(spec, folder) {
	try {
		npm(['pack', spec, '--pack-destination', folder], folder);
	} catch {
		throw new UserError(`npm could not download ${spec}; is the registry reachable?`);
	}
	const tarball = path.join(
		folder,
		fs.readdirSync(folder).find((name) => name.endsWith('.tgz')),
	);
	const actual = `sha512-${createHash('sha512').update(fs.readFileSync(tarball)).digest('base64')}`;
	if (actual !== integrity[spec]) {
		throw new UserError(
			`${spec} is not the package that was pinned: ${actual} instead of ${integrity[spec]}.`,
		);
	}
	return tarball;
}
