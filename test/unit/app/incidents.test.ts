import assert from 'node:assert/strict';
import { Incidents } from '../../../src/app/incidents';
import { MemoryStore } from '../../support/memoryStore';

interface Setup {
	readonly store: MemoryStore;
	readonly warnings: string[];
	readonly clock: { time: number };
	readonly open: (writer: string) => Promise<Incidents>;
}

function setUp(): Setup {
	const store = new MemoryStore();
	const warnings: string[] = [];
	const clock = { time: Date.UTC(2026, 10, 23, 3, 14) };
	let count = 0;
	const ports = {
		store,
		clock: { now: () => clock.time },
		ids: { next: () => (++count).toString(16).padStart(32, '0') },
		log: { info: () => undefined, warn: (text: string) => void warnings.push(text), error: () => undefined },
	};
	const open = async (writer: string): Promise<Incidents> => {
		const incidents = new Incidents(ports, { by: writer, writer });
		await incidents.reload();
		return incidents;
	};
	return { store, warnings, clock, open };
}

const down = { title: 'Down', severity: 'SEV-1', roles: [], runbook: undefined } as const;
const tick = { item: 'a', text: 'Alpha' };

suite('Incidents', () => {
	test('what is declared and recorded is there after a restart', async () => {
		const { open } = setUp();
		const first = await open('one');
		const id = await first.declare(down);
		await first.record(id, 'itemDone', tick);
		const second = await open('two');
		assert.deepEqual(second.get(id), first.get(id));
		assert.equal(second.get(id)?.items.get('a')?.done, true);
	});

	test('two windows see each other, and what comes later wins', async () => {
		const { open, clock } = setUp();
		const [one, two] = [await open('one'), await open('two')];
		one.follow();
		two.follow();
		const id = await one.declare(down);
		await two.reload();
		await two.record(id, 'itemDone', tick);
		clock.time -= 3_600_000; // the first window's clock runs an hour behind
		await one.reload();
		await one.record(id, 'itemReopened', tick);
		await two.reload();
		assert.deepEqual([one.get(id)?.items.get('a')?.done, two.get(id)?.items.get('a')?.done], [false, false]);
	});

	test('a tick that could not be saved is not shown as done', async () => {
		const { open, store } = setUp();
		const incidents = await open('one');
		const id = await incidents.declare(down);
		store.full = true;
		await assert.rejects(incidents.record(id, 'itemDone', tick), /NOT SAVED/);
		assert.equal(incidents.get(id)?.items.has('a'), false);
		store.full = false;
		await incidents.record(id, 'itemDone', tick);
		assert.equal(incidents.get(id)?.items.get('a')?.done, true);
	});

	test('many at once are all kept, each with its own number', async () => {
		const { open } = setUp();
		const incidents = await open('one');
		const id = await incidents.declare(down);
		const notes = Array.from({ length: 20 }, (_, index) => `n${index}`);
		await Promise.all(
			notes.map((text) => incidents.record(id, 'noteAdded', { text, happenedAt: undefined })),
		);
		const seqs = incidents.events(id).map(({ seq }) => seq);
		assert.deepEqual(
			seqs,
			Array.from({ length: 21 }, (_, index) => index + 1),
		);
	});

	test('damaged lines are skipped, told once, and cost nothing else', async () => {
		const { open, store, warnings } = setUp();
		const first = await open('one');
		const id = await first.declare(down);
		store.lines.get(id)?.push('{"v":1,"torn', 'garbage');
		const second = await open('two');
		await second.reload();
		assert.equal(second.get(id)?.title, 'Down');
		assert.deepEqual(warnings, [`${id}: 2 damaged line(s) in the record were skipped.`]);
	});

	test('an event of another incident in the file is not taken in', async () => {
		const { open, store } = setUp();
		const first = await open('one');
		const id = await first.declare(down);
		store.lines.set('inc-other', [...(store.lines.get(id) ?? [])]);
		assert.equal((await open('two')).get('inc-other'), undefined);
	});

	test('open ones are those not resolved, the newest first', async () => {
		const { open, clock } = setUp();
		const incidents = await open('one');
		const first = await incidents.declare(down);
		clock.time += 60_000;
		const second = await incidents.declare({ ...down, title: 'Slow' });
		assert.deepEqual(
			incidents.open.map(({ id }) => id),
			[second, first],
		);
		await incidents.record(first, 'resolved', { summary: undefined });
		assert.deepEqual(
			incidents.open.map(({ id }) => id),
			[second],
		);
	});

	test('there is no recording into an incident that is not there', async () => {
		const { open } = setUp();
		await assert.rejects((await open('one')).record('inc-none', 'itemDone', tick), /no incident “inc-none”/);
	});
});
