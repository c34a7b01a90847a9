// What a piece of work costs when most of it is done by processes that it starts.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { median } from './clock.mjs';

/**
 * Milliseconds a call of each function takes, the median of interleaved samples: CPU time of this process and of its
 * children where the system tells it (Linux, in ticks of 10 ms, hence many calls a sample), else wall time.
 */
export async function compareWork(functions, { rounds = 7, sampleMs = 300 } = {}) {
	const names = Object.keys(functions);
	const calls = {};
	for (const name of names) calls[name] = await callsFor(functions[name], sampleMs);
	const samples = Object.fromEntries(names.map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const name of names) samples[name].push((await costOf(functions[name], calls[name])) / calls[name]);
	}
	return Object.fromEntries(names.map((name) => [name, median(samples[name])]));
}

async function callsFor(run, sampleMs) {
	await run();
	const once = await costOf(run, 3);
	return Math.max(1, Math.ceil(sampleMs / Math.max(1, once / 3)));
}

export async function costOf(run, calls = 1) {
	const before = now();
	for (let call = 0; call < calls; call++) await run();
	return now() - before;
}

const statFile = '/proc/self/stat';
const isTold = fs.existsSync(statFile);

function now() {
	if (!isTold) return performance.now();
	const { user, system } = process.cpuUsage();
	// proc(5): fields 16 and 17 are the CPU time of children that ended, in ticks; the name (2) may hold spaces
	const fields = fs.readFileSync(statFile, 'utf8').split(') ').at(-1).split(' ');
	return (user + system) / 1000 + (Number(fields[13]) + Number(fields[14])) * 10;
}

/** Runs a program as plainly as Node can, and throws its output away. */
export function drain(program, args, { cwd, env, input }) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
		child.stdout.resume();
		child.on('error', reject);
		child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: ${code}`))));
		child.stdin.end(input);
	});
}

/** Ids of the processes this one has started and that still run. */
export function childProcesses() {
	const tasks = fs.readdirSync('/proc/self/task');
	return tasks.flatMap((task) =>
		fs.readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
	);
}
