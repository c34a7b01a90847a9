// node scripts/check-start.mjs: does `npm start` serve the demo, and only to who has the token? Used by CI.
import { spawn } from 'node:child_process';
import { isMain, runMain, UserError } from './cli.mjs';
import { inRepo, repoRoot } from './paths.mjs';

const timeoutMs = 120_000;

async function main() {
	const child = spawn(process.execPath, [inRepo('scripts', 'start.mjs')], {
		cwd: repoRoot,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const url = await printedUrl(child);
		await expectStatus(url, 200);
		url.searchParams.delete('tkn');
		await expectStatus(url, 403);
	} finally {
		await stop(child);
	}
	console.log('npm start answers, and stops.');
}

function printedUrl(child) {
	return new Promise((resolve, reject) => {
		let output = '';
		const fail = (reason) => reject(new UserError(`npm start ${reason}.\n${output}`));
		const timer = setTimeout(() => fail(`printed no address within ${timeoutMs} ms`), timeoutMs);
		child.stdout.on('data', (data) => {
			output += data;
			const match = /Open\s+(http\S+)/.exec(output);
			if (!match) return;
			clearTimeout(timer);
			resolve(new URL(match[1]));
		});
		child.on('exit', (code) => fail(`ended with code ${code}`));
	});
}

/** As a browser does: the token comes back as a cookie, which the redirect to the clean address needs. */
async function expectStatus(url, expected) {
	let response = await fetch(url, { redirect: 'manual' });
	if (response.status === 302) {
		const cookie = response.headers
			.getSetCookie()
			.map((value) => value.split(';')[0])
			.join('; ');
		response = await fetch(new URL(response.headers.get('location'), url), { headers: { cookie } });
	}
	const shown = `${url.origin}/${url.searchParams.has('tkn') ? ' with' : ' without'} the token`;
	if (response.status !== expected)
		throw new UserError(`${shown} answers ${response.status}, not ${expected}.`);
	console.log(`${shown}: HTTP ${response.status}`);
}

function stop(child) {
	return new Promise((resolve) => {
		if (child.exitCode !== null) return resolve();
		child.on('exit', resolve);
		child.kill('SIGTERM');
	});
}

if (isMain(import.meta.url)) await runMain(main);
