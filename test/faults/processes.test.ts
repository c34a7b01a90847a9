// Processes that are killed, stopped, and write at the same time. FAULT_CYCLES says how often one is killed.
import assert from 'node:assert/strict';
import {
	declareIn,
	isLong,
	lostOf,
	makePlace,
	readBack,
	startRecording,
	type Place,
	type Said,
} from './recorders';

const cycles = Number(process.env['FAULT_CYCLES'] ?? (isLong ? 500 : 25));
const wait = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

suite('processes that record', () => {
	let place: Place;
	setup(async () => {
		place = await makePlace();
	});
	teardown(() => place.remove());

	test(`killed ${cycles} times: nothing acknowledged is lost`, async () => {
		let [saved, killed] = [0, 0];
		const killOne = async (where: Place): Promise<void> => {
			const recording = startRecording(where, { bytes: 20_000 });
			await recording.after(1 + Math.floor(Math.random() * 5));
			await wait(Math.random() * 10);
			recording.process.kill('SIGKILL');
			const said = await recording.ended;
			assert.deepEqual([said.refused, said.stderr, said.lagMs], [[], '', undefined]);
			assert.deepEqual(await lostOf(where, said.saved), []);
			saved += said.saved.length;
			killed++;
		};
		// Every run goes on in the file in which the one before was killed; after ten there is a new incident.
		const lane = async (name: string, runs: number): Promise<void> => {
			let where = place;
			for (let run = 0; run < runs; run++) {
				if (run % 10 === 0) where = { ...place, incident: await declareIn(place.location, `${name} ${run}`) };
				await killOne(where);
			}
		};
		await Promise.all([lane('left', Math.ceil(cycles / 2)), lane('right', Math.floor(cycles / 2))]);
		assert.equal(killed, cycles);
		assert.ok(saved >= cycles, `only ${saved} saved`);
		console.log(`      ${killed} killed, ${saved} acknowledged, 0 lost`);
	});

	const assertAllKept = async (said: readonly Said[], each: number): Promise<void> => {
		const saved = said.flatMap((one) => one.saved);
		assert.deepEqual([said.flatMap((one) => one.refused), saved.length], [[], said.length * each]);
		const { events, damaged } = await readBack(place);
		const found = new Set(events.map(({ id }) => id));
		const places = new Set(events.map(({ writer, seq }) => `${writer} ${seq}`));
		assert.deepEqual([saved.filter((id) => !found.has(id)), damaged], [[], 0]);
		assert.deepEqual([events.length, places.size], [said.length * each + 1, said.length * each + 1]);
	};
	for (const writers of [2, 4]) {
		const each = isLong ? 800 : 60;
		test(`${writers} at once, each in its own file: all is kept, each event with its own place`, async () => {
			const files = Array.from({ length: writers }, (_, index) => `own-${index}`);
			const said = files.map((file) => startRecording(place, { file, count: each, bytes: 3000 }).ended);
			await assertAllKept(await Promise.all(said), each);
		});
		test(`${writers} at once in one file, as runs of the command line: the same`, async () => {
			const said = Array.from(
				{ length: writers },
				() => startRecording(place, { file: 'cli', count: each, bytes: 3000 }).ended,
			);
			await assertAllKept(await Promise.all(said), each);
		});
	}

	test('stopped as by the lid of a laptop: it goes on where it was', async () => {
		const recording = startRecording(place, { count: 60 });
		await recording.after(20);
		recording.process.kill('SIGSTOP');
		await wait(isLong ? 3000 : 300);
		recording.process.kill('SIGCONT');
		const said = await recording.ended;
		assert.deepEqual([said.saved.length, said.refused, await lostOf(place, said.saved)], [60, [], []]);
	});
});
