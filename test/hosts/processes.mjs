// Finds and ends every process a test host started, and only those.
// Terminals outlive the server that opened them, so the process tree is not enough: each process of a run carries
// the run's id in its environment (Linux shows it in /proc).
import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export const runIdVariable = 'RUNBOOK_HOST_RUN';

export function processesOf(runId) {
	const mark = `${runIdVariable}=${runId}`;
	return fs
		.readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => pid !== process.pid && carries(pid, mark) && !isZombie(pid));
}

/** Asks the group to end, waits, then kills what is left. Returns how many had to be killed. */
export async function endProcesses(runId, leaderPid, graceMs = 3000) {
	signal(-leaderPid, 'SIGTERM');
	const deadline = Date.now() + graceMs;
	while (Date.now() < deadline && processesOf(runId).length > 0) await delay(50);
	return killProcesses(runId);
}

/** Synchronous, for the `exit` event. */
export function killProcesses(runId) {
	const left = processesOf(runId);
	for (const pid of left) signal(pid, 'SIGKILL');
	return left.length;
}

function signal(pid, name) {
	try {
		process.kill(pid, name);
	} catch {
		// It ended in the meantime.
	}
}

const carries = (pid, mark) => readProc(pid, 'environ').includes(mark);
const isZombie = (pid) => /^State:\s+Z/m.test(readProc(pid, 'status'));

function readProc(pid, name) {
	try {
		return fs.readFileSync(`/proc/${pid}/${name}`, 'latin1');
	} catch {
		return '';
	}
}
