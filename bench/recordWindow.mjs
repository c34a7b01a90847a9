// One window of the other-window bench: records each line of its input as a note, or tells each new note.
import readline from 'node:readline';
import { loadRecord } from './bundle.mjs';

const [location, role] = process.argv.slice(2);
const { FileRecordStore, Incidents, randomIds, systemClock } = await loadRecord();
const log = { info() {}, warn: console.error, error: console.error };
const store = new FileRecordStore(location, role, log);
const incidents = new Incidents(
	{ store, clock: systemClock, ids: randomIds, log },
	{ by: role, writer: role },
);

incidents.follow();
if (role === 'writer') {
	const id = await incidents.declare({ title: 'Down', severity: 'SEV-1', roles: [], runbook: undefined });
	console.log('ready');
	for await (const text of readline.createInterface({ input: process.stdin })) {
		await incidents.record(id, 'noteAdded', { text, happenedAt: undefined });
	}
} else {
	let told = 0;
	incidents.onDidChange(() => {
		const notes = incidents.all.flatMap(({ timeline }) => timeline).filter(({ kind }) => kind === 'note');
		for (const { text } of notes.slice(told)) console.log(text);
		told = notes.length;
	});
	console.log('ready');
	process.stdin.resume();
}
