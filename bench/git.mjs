// node bench/git.mjs [COMMITS]...: what reading deploys from git costs against raw git, and whether rehearsals are right.
// BENCH_REPOS names further repositories, separated by `:`. Exits 1 when a target is missed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isMain, parseArguments, runMain } from '../scripts/cli.mjs';
import { loadGit } from './bundle.mjs';
import { measureAgreement, measureTexts } from './gitAgreement.mjs';
import { measureCancelling, measureList } from './gitList.mjs';
import { importRepository, isolated, teamHistory } from './gitRepositories.mjs';

async function main() {
	const { positional } = parseArguments(process.argv.slice(2));
	const sizes = positional.length > 0 ? positional.map(Number) : [1_000, 10_000, 100_000];
	Object.assign(process.env, isolated);
	const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-git-'));
	let missed = 0;
	try {
		for await (const row of measure(await loadGit(), scratch, sizes)) {
			console.log(describe(row));
			if (!row.ok) missed++;
		}
	} finally {
		fs.rmSync(scratch, { recursive: true, force: true });
	}
	console.log(missed === 0 ? 'Every target is met.' : `${missed} missed.`);
	if (missed > 0) process.exitCode = 1;
}

async function* measure(tools, scratch, sizes) {
	for (const commits of sizes) {
		const folder = importRepository(path.join(scratch, `team-${commits}`), teamHistory(commits));
		const name = `${commits / 1000} k commits`;
		yield* measureList(tools, { name, folder, scratch });
		if (commits === Math.max(...sizes)) yield* measureCancelling(tools, { name, folder });
		yield* measureAgreement(tools, { name, folder, scratch, commits: 40 });
	}
	const made = tools.madeHistory({ commits: 260, seed: 7 });
	const folder = importRepository(path.join(scratch, 'made'), made.input);
	yield* measureTexts(tools, { folder, made });
	yield* measureAgreement(tools, { name: 'made history', folder, scratch, commits: 220 });
	for (const folder of (process.env.BENCH_REPOS ?? '').split(':').filter(Boolean)) {
		const name = path.basename(folder.replace(/\/(?:\.git)?$/, ''));
		yield* measureList(tools, { name, folder, scratch });
		yield* measureAgreement(tools, { name, folder, scratch, commits: 60 });
	}
}

/** A row is `{ name, figure, target, ok }`, all but the last in words. */
const describe = ({ name, figure, target, ok }) =>
	`${ok ? 'ok  ' : 'MISS'} ${name.padEnd(52)} ${figure.padStart(34)}   target ${target}`;

if (isMain(import.meta.url)) await runMain(main);
