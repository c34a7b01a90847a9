// A process that records notes as fast as it can and says of each one when it is durable:
//   recorder LOCATION FILE INCIDENT COUNT [BYTES]
// `+ID` is a note that is saved, `!SENTENCE` one that is not, `?SENTENCE` a warning, `~MS` the longest time it did not
// answer. COUNT 0 goes on until it is killed.
import { writeSync } from 'node:fs';
import { Incidents } from '../../src/app/incidents';
import { isUserError } from '../../src/core/userError';
import { randomIds, systemClock } from '../../src/node/identity';
import { FileRecordStore } from '../../src/node/recordStore';

const [location = '', file = '', incident = '', count = '0', bytes = '40'] = process.argv.slice(2);

const say = (text: string): void => void writeSync(1, `${text}\n`);
const warn = (text: string): void => say(`?${text}`);

async function main(): Promise<void> {
	const log = { info: warn, warn, error: warn };
	let id = '';
	const ids = { next: () => (id = randomIds.next()) };
	const store = new FileRecordStore(location, file, log);
	const incidents = new Incidents(
		{ store, clock: systemClock, ids, log },
		{ by: 'Dana', writer: `${file}-${process.pid}` },
	);
	await incidents.reload();
	const following = incidents.follow();
	const lag = watchLag();
	for (let number = 1; count === '0' || number <= Number(count); number++) {
		const text = `${number} ${'x'.repeat(Math.round(Number(bytes) * Math.random()))}`;
		const saving = incidents.record(incident, 'noteAdded', { text, happenedAt: undefined });
		await saving.then(() => say(`+${id}`), refuse);
	}
	say(`~${lag()}`);
	following.dispose();
	process.exit(0);
}

/** A refusal that is no sentence for a person ends the process, which fails the test. */
function refuse(error: unknown): void {
	if (!isUserError(error)) throw error;
	say(`!${error.message}`);
}

function watchLag(): () => number {
	let [last, longest] = [performance.now(), 0];
	setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last - 5);
		last = now;
	}, 5);
	return () => Math.round(longest);
}

void main();
