// The list of deploys against raw git with the same arguments, and what is left running when it is not wanted any more.
import fs from 'node:fs';
import path from 'node:path';
import { childProcesses, compareWork, drain } from './gitClock.mjs';
import { git, isolated } from './gitRepositories.mjs';

const onset = Date.parse('2026-11-23T03:14:00Z');
const limit = 200;

export async function* measureList(tools, { name, folder, scratch }) {
	const { openDeployHistory, listArguments, detailArguments, gitEnvironment, hardeningArguments } = tools;
	const history = await openDeployHistory(folder);
	const branch = branchOf(folder);
	// the same arguments, with nobody who reads what comes
	const env = gitEnvironment(isolated);
	const raw = (args, input) => () =>
		drain('git', [...hardeningArguments, ...args], { cwd: folder, env, input });
	const list = () => history.deploys({ limit, onset, detailed: 0 });
	const deploys = await list();
	const spawned = await countProcesses({ openDeployHistory, folder, scratch }, (counted) =>
		counted.deploys({ limit, onset, detailed: 0 }),
	);
	const depth = spawned === 1 ? limit : limit * 20; // few of the newest are deploys: looked further back
	const shas = deploys.map(({ sha }) => `${sha}\n`).join('');
	// two by two: what one leaves behind is collected while the next in turn is timed
	const cost = {
		...(await compareWork({ list, rawList: raw(listArguments(branch, depth)) }, { rounds: 15 })),
		...(await compareWork({
			page: () => history.deploys({ limit, onset, detailed: 20 }),
			rawCounts: raw(detailArguments('counts'), shas),
		})),
	};
	const where = `${name}, ${deploys.length} deploys`;
	yield atMost(`${where}: list / raw git log`, cost.list, cost.rawList, 1.1);
	yield { name: `${where}: processes of a list`, figure: `${spawned}`, target: '1', ok: spawned === 1 };
	yield atMost(`${where}: first 20 with counts / raw full pass`, cost.page, cost.rawCounts, 0.25);
}

function branchOf(folder) {
	const names = ['refs/remotes/origin/HEAD', 'refs/heads/main', 'refs/heads/master'];
	const found = git(folder, ['for-each-ref', '--format=%(refname)', ...names], { encoding: 'utf8' }).split(
		'\n',
	);
	return names.find((name) => found.includes(name)) ?? 'HEAD';
}

/** Puts a git that counts itself first on the PATH. */
async function countProcesses({ openDeployHistory, folder, scratch }, use) {
	const bin = fs.mkdtempSync(path.join(scratch, 'bin-'));
	const counter = path.join(bin, 'count');
	const before = process.env.PATH;
	const real = before
		.split(':')
		.map((place) => path.join(place, 'git'))
		.find((file) => fs.existsSync(file));
	const script = `#!/bin/sh\necho >>'${counter}'\nexec '${real}' "$@"\n`;
	fs.writeFileSync(path.join(bin, 'git'), script, { mode: 0o755 });
	process.env.PATH = `${bin}:${before}`;
	try {
		const history = await openDeployHistory(folder);
		fs.writeFileSync(counter, '');
		await use(history);
		return fs.readFileSync(counter, 'utf8').length;
	} finally {
		process.env.PATH = before;
	}
}

/** Requests that another supersedes at any moment: nothing of them may run on. */
export async function* measureCancelling({ openDeployHistory }, { name, folder }) {
	const history = await openDeployHistory(folder);
	const others = childProcesses().length; // esbuild's, which stays
	const shas = (await history.deploys({ limit: 20, onset, detailed: 0 })).map(({ sha }) => sha);
	const works = {
		list: (signal) => history.deploys({ limit, onset, signal }),
		rehearsal: (signal) => history.rehearse(shas, signal).next(),
	};
	for (const [what, work] of Object.entries(works)) {
		let left = 0;
		let cut = 0;
		for (let wait = 0; wait < 40; wait += 2) {
			const controller = new AbortController();
			const running = work(controller.signal).then(
				() => false,
				(error) => error.name === 'AbortError',
			);
			await new Promise((resolve) => setTimeout(resolve, wait));
			controller.abort();
			if (await running) cut++;
			left += childProcesses().length - others;
		}
		const figure = `${left} left of ${cut} cancelled`;
		yield {
			name: `${name}: git processes of a cancelled ${what}`,
			figure,
			target: '0 left',
			ok: left === 0 && cut > 0,
		};
	}
}

function atMost(name, left, right, target) {
	const ratio = left / right;
	const figure = `${left.toFixed(1)} / ${right.toFixed(1)} ms = ${ratio.toFixed(2)}`;
	return { name, figure, target: `<= ${target}`, ok: ratio <= target };
}
