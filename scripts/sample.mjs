// node scripts/sample.mjs DIR: a practice repository with an incident in its newest deploy.
import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planCommits, streamOf } from './sample-stream.mjs';

const source = fileURLToPath(new URL('../sample', import.meta.url));
// Made by the sample's own scripts when somebody ran them in place.
const leftBehind = new Set(['var', 'node_modules']);

/** Copies sample/ to `targetDir` (absent or empty) and gives it a git history that ends at `now`. */
export function createSampleWorkspace(targetDir, now = Date.now()) {
	const target = resolve(targetDir);
	requireEmpty(target);
	const files = readSample();
	writeFiles(target, files);
	git(target, ['init', '--quiet', '--template=', '-b', 'main']);
	writeFileSync(join(target, '.git', 'config'), localConfig, { flag: 'a' });
	importHistory(target, planCommits(files), now);
	git(target, ['reset', '--quiet']);
}

// People try things in this repository: nothing of theirs may ask for a key or rewrite line ends here.
const localConfig = `[user]
	name = Sample Responder
	email = responder@lockbay.example
[core]
	autocrlf = false
[commit]
	gpgSign = false
[tag]
	gpgSign = false
`;

function requireEmpty(target) {
	if (!existsSync(target)) return;
	if (!statSync(target).isDirectory()) throw new Error(`${target} is a file; name a new or an empty folder.`);
	if (readdirSync(target).length > 0)
		throw new Error(`${target} is not empty; name a new or an empty folder.`);
}

/** Path with `/` -> text. */
function readSample() {
	const files = new Map();
	const visit = (folder) => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (!entry.isDirectory()) {
				const name = relative(source, path).replaceAll('\\', '/');
				files.set(name, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
			} else if (folder !== source || !leftBehind.has(entry.name)) visit(path);
		}
	};
	visit(source);
	return files;
}

function writeFiles(target, files) {
	for (const [name, text] of files) {
		const path = join(target, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		chmodSync(path, name.endsWith('.sh') ? 0o755 : 0o644);
	}
}

/** In two parts, because the message of a revert holds the id of an earlier commit. */
function importHistory(target, plan, now) {
	const split = plan.findIndex((commit) => commit.reverts);
	const wanted = plan.find((commit) => commit.id === plan[split].reverts);
	const marks = join(target, '.git', 'sample-marks');
	const fastImport = (options, input) =>
		git(target, ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', ...options], input);
	fastImport([`--export-marks=${marks}`], streamOf(plan.slice(0, split), { now }));
	const markLine = new RegExp(`^:${wanted.mark} (\\w+)$`, 'm');
	const reverted = markLine.exec(readFileSync(marks, 'utf8'))[1];
	fastImport([`--import-marks=${marks}`], streamOf(plan.slice(split), { now, reverted }));
	rmSync(marks);
}

/** Git as if the user had no configuration, no hooks and no surrounding repository. */
function git(cwd, args, input) {
	const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
	const env = {
		...Object.fromEntries(inherited),
		GIT_CONFIG_GLOBAL: devNull,
		GIT_CONFIG_SYSTEM: devNull,
		GIT_CONFIG_NOSYSTEM: '1',
	};
	const { status, stderr, error } = spawnSync('git', args, { cwd, env, input, encoding: 'utf8' });
	if (error) throw new Error(`git could not be started: ${error.message}`);
	if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
}

function main([targetDir]) {
	if (!targetDir) {
		console.error('Usage: node scripts/sample.mjs DIR');
		return 2;
	}
	try {
		createSampleWorkspace(targetDir);
	} catch (error) {
		console.error(error.message);
		return 1;
	}
	console.log(`${resolve(targetDir)}: open it, then "Incident: Declare Incident…".`);
	return 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	process.exitCode = main(process.argv.slice(2));
}
