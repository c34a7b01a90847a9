// What the record costs: an event until it is durable, a hundred thousand of them until they are read, and how soon
// another process sees a new one. Each against the least that could do the same, in the same run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { inRepo } from '../scripts/paths.mjs';
import { loadRecord } from './bundle.mjs';
import { compare, median } from './clock.mjs';

const incident = 'inc-20261123-0314-checkout';
const noLog = { info() {}, warn() {}, error() {} };

export async function* measureRecord() {
	const record = await loadRecord();
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'record-bench-'));
	try {
		yield* measureAppend(record, folder);
		yield* measureReading(record);
		yield* measureOtherWindow(folder);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/** Wall time, because it is the disk that is waited for; both take turns, so that a busy disk slows both. */
async function* measureAppend({ FileRecordStore, encodeLine }, folder) {
	const store = new FileRecordStore(folder, 'bench', noLog);
	const line = encodeLine(note(1));
	const raw = openRaw(path.join(folder, 'raw'), `${line}\n`);
	const append = () => store.append(incident, line);
	const burst = () => Promise.all(Array.from({ length: 50 }, append));
	const times = await wallTimes({ append, raw: raw.inPool, blocking: raw.blocking, burst }, 150);
	yield atMost('append until durable / write + fdatasync in the pool', times.append, times.raw, 1.5);
	yield atMost('append until durable / write + fdatasync that block', times.append, times.blocking, 4);
	yield atMost('50 at once until durable / 50 one after another', times.burst, 50 * times.append, 0.25);
	raw.close();
}

function openRaw(file, text) {
	const descriptor = fs.openSync(file, 'a');
	const bytes = Buffer.from(text);
	const [write, datasync] = [promisify(fs.write), promisify(fs.fdatasync)];
	return {
		async inPool() {
			await write(descriptor, bytes);
			await datasync(descriptor);
		},
		blocking() {
			fs.writeSync(descriptor, bytes);
			fs.fdatasyncSync(descriptor);
		},
		close: () => fs.closeSync(descriptor),
	};
}

/** CPU time over the bytes of 100,000 events of ordinary length. Both keep what they read, as any reader must. */
async function* measureReading({ decodeLines, encodeLine, foldIncident }) {
	// Text that is not ASCII takes two bytes a character in memory, and the bytes of a file more work to become text.
	for (const [name, limit, text] of [
		['', 1.3, 'Checkout errors are back to normal after the rollback of the payment service, watching'],
		[
			', not ASCII',
			1.8,
			'Die Fehler in der Kasse sind nach dem Zurückrollen weg, wir schauen noch zu – Jürgen',
		],
	]) {
		const lines = Array.from({ length: 100_000 }, (_, index) => encodeLine(note(index, text)));
		const bytes = Buffer.from(`${lines.join('\n')}\n`);
		const { reading, parsing } = compare(
			{ reading: () => decodeLines(bytes), parsing: () => lines.map((line) => JSON.parse(line)) },
			{ rounds: 9 },
		);
		const megabytes = (bytes.length / 1e6).toFixed(0);
		yield atMost(`100,000 events, ${megabytes} MB${name}: read / JSON.parse`, reading, parsing, limit);
		if (name !== '') continue;
		const events = [declared(), ...decodeLines(bytes).events];
		const { fold } = compare({ fold: () => foldIncident(events) }, { rounds: 5 });
		yield atMost('100,000 events: fold / JSON.parse', fold, parsing, 3);
	}
}

/** From the call in one process to the change told in another, both with the whole of the product. */
async function* measureOtherWindow(folder) {
	const location = path.join(folder, 'windows');
	const watcher = await startWindow(location, 'watcher');
	const writer = await startWindow(location, 'writer');
	const delays = [];
	const seen = new Map();
	watcher.onLine((line) => seen.get(line)?.(process.hrtime.bigint()));
	for (let number = 0; number < 200; number++) {
		const text = `note ${number}`;
		const arrival = new Promise((resolve) => seen.set(text, resolve));
		const before = process.hrtime.bigint();
		writer.say(text);
		delays.push(Number((await arrival) - before) / 1e6);
	}
	watcher.end();
	writer.end();
	delays.sort((left, right) => left - right);
	const [p50, p95, max] = [0.5, 0.95, 1].map((part) => delays[Math.ceil(part * delays.length) - 1]);
	const figure = `${[p50, p95, max].map((delay) => delay.toFixed(1)).join(' / ')} ms`;
	yield {
		name: 'another process sees it: median / 95 of 100 / slowest',
		figure,
		target: '<= 50 ms',
		ok: max <= 50,
	};
}

async function startWindow(location, role) {
	const child = spawn(process.execPath, [inRepo('bench', 'recordWindow.mjs'), location, role], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	let listener = () => {};
	let rest = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		const lines = (rest + text).split('\n');
		rest = lines.pop();
		for (const line of lines) listener(line);
	});
	await new Promise((resolve) => (listener = resolve));
	return {
		say: (text) => child.stdin.write(`${text}\n`),
		onLine: (listen) => (listener = listen),
		end: () => child.kill(),
	};
}

/** Medians of calls that take turns, in milliseconds. */
async function wallTimes(functions, rounds) {
	const samples = Object.fromEntries(Object.keys(functions).map((name) => [name, []]));
	for (let round = 0; round < rounds; round++) {
		for (const [name, run] of Object.entries(functions)) {
			const before = performance.now();
			await run();
			samples[name].push(performance.now() - before);
		}
	}
	return Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, median(times)]));
}

const envelope = (index) => ({
	v: 1,
	id: (index * 2654435761).toString(16).padStart(32, '0'),
	incident,
	writer: 'window-0123456789ab',
	seq: index + 1,
	hlc: [1763866012345 + index, 0],
	at: 1763866012345 + index,
	by: 'Dana',
});
const note = (index, text = 'Paged the database on-call') => ({
	...envelope(index),
	type: 'noteAdded',
	data: { text: `${text} ${index}` },
});
const declared = () => ({
	...envelope(-1),
	id: 'd'.repeat(32),
	type: 'declared',
	data: { title: 'Down', severity: 'SEV-1', roles: [] },
});

const atMost = (name, left, right, limit) => ({
	name,
	figure: `${left.toFixed(2)} / ${right.toFixed(2)} ms = ${(left / right).toFixed(2)}`,
	target: `<= ${limit}`,
	ok: left / right <= limit,
});
