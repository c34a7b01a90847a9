import assert from 'node:assert/strict';
import { Incidents } from '../../../src/app/incidents';
import type { RecordRead, RecordStore } from '../../../src/core/ports';
import { UserError } from '../../../src/core/userError';
import { MemoryStore } from '../../support/memoryStore';

const down = { title: 'Down', severity: 'SEV-1', roles: [], runbook: undefined } as const;
const note = (text: string): { text: string; happenedAt: undefined } => ({ text, happenedAt: undefined });
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let count = 0;

function open(store: RecordStore, writer: string): Incidents {
	const ids = { next: () => (++count).toString(16).padStart(32, '0') };
	return new Incidents({ store, clock: { now: () => 1_000_000 + count }, ids, log }, { by: writer, writer });
}

/** Long enough for everything that was asked for to have been done: there is no disk to wait for. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Counts how much was read, and saves only when it is told to. */
class SlowStore extends MemoryStore {
	readonly pieces: number[] = [];
	readonly waiting: (() => void)[] = [];
	isSlow = false;
	fails = false;

	override async read(...request: Parameters<MemoryStore['read']>): Promise<RecordRead> {
		const read = await super.read(...request);
		this.pieces.push(...read.pieces.map(({ length }) => length));
		return read;
	}

	override async append(incident: string, line: string): Promise<void> {
		await super.append(incident, line);
		if (this.isSlow) await new Promise<void>((resolve) => this.waiting.push(resolve));
		if (this.fails) throw new UserError('NOT SAVED: the disk did not confirm it.');
	}
}

suite('Incidents reads', () => {
	test('only what is new, and tells only then', async () => {
		const store = new SlowStore();
		const [one, two] = [open(store, 'one'), open(store, 'two')];
		const id = await one.declare(down);
		await two.reload();
		two.follow();
		let told = 0;
		two.onDidChange(() => told++);
		await one.record(id, 'noteAdded', note('x'.repeat(1000)));
		await settled();
		store.pieces.length = 0;
		await one.record(id, 'noteAdded', note('short'));
		await settled();
		assert.deepEqual([told, two.events(id).length], [2, 3]);
		assert.ok(store.pieces.length === 1 && (store.pieces[0] ?? 0) < 400, store.pieces.join());
		store.touch(id);
		store.touch(undefined);
		await settled();
		assert.equal(told, 2);
	});

	test('an incident that others declare later', async () => {
		const store = new MemoryStore();
		const [one, two] = [open(store, 'one'), open(store, 'two')];
		await two.reload();
		two.follow();
		const id = await one.declare(down);
		await settled();
		assert.equal(two.get(id)?.title, 'Down');
	});

	test('nothing as done that is not durable yet, though it is in the file already', async () => {
		const store = new SlowStore();
		const [one, two] = [open(store, 'one'), open(store, 'two')];
		const id = await one.declare(down);
		one.follow();
		store.isSlow = true;
		const saving = one.record(id, 'itemDone', { item: 'a', text: 'Alpha' });
		await settled();
		await one.reload();
		await two.reload();
		assert.deepEqual([one.get(id)?.items.has('a'), two.get(id)?.items.has('a')], [false, true]);
		store.waiting.forEach((resolve) => resolve());
		await saving;
		assert.equal(one.get(id)?.items.get('a')?.done, true);
	});

	test('a burst without waiting for each: all are stamped in order and none twice', async () => {
		const store = new SlowStore();
		const one = open(store, 'one');
		const id = await one.declare(down);
		store.isSlow = true;
		const saving = ['a', 'b', 'c'].map((text) => one.record(id, 'noteAdded', note(text)));
		await settled();
		assert.equal(store.waiting.length, 3);
		store.waiting.forEach((resolve) => resolve());
		await Promise.all(saving);
		assert.deepEqual(
			one.get(id)?.timeline.map(({ text }) => text),
			['Declared: Down (SEV-1)', 'a', 'b', 'c'],
		);
		assert.deepEqual(
			one.events(id).map(({ seq }) => seq),
			[1, 2, 3, 4],
		);
	});

	test('two ticks at once: the second knows the first, so they are no conflict', async () => {
		const store = new SlowStore();
		const one = open(store, 'one');
		const id = await one.declare(down);
		const tick = { item: 'a', text: 'Alpha' };
		await Promise.all([one.record(id, 'itemDone', tick), one.record(id, 'itemReopened', tick)]);
		const [, first, second] = one.events(id);
		assert.equal(second?.prev, first?.id);
		assert.equal(one.get(id)?.items.get('a')?.done, false);
	});

	test('a number that was refused is not given again', async () => {
		const store = new SlowStore();
		const one = open(store, 'one');
		const id = await one.declare(down);
		store.fails = true;
		await assert.rejects(one.record(id, 'noteAdded', note('refused')), /NOT SAVED/);
		store.fails = false;
		await one.record(id, 'noteAdded', note('saved'));
		assert.deepEqual(
			one.events(id).map(({ seq }) => seq),
			[1, 3],
		);
	});

	test('a window that opens the folder again goes on counting', async () => {
		const store = new MemoryStore();
		const id = await open(store, 'one').declare(down);
		const again = open(store, 'one');
		await again.reload();
		await again.record(id, 'noteAdded', note('later'));
		assert.deepEqual(
			again.events(id).map(({ seq }) => seq),
			[1, 2],
		);
	});

	test('what this process has saved stays though its lines are gone, and what was saved during a reload', async () => {
		const store = new SlowStore();
		const one = open(store, 'one');
		const id = await one.declare(down);
		await one.record(id, 'noteAdded', note('kept'));
		store.lines.set(id, []);
		await one.reload();
		assert.equal(one.events(id).length, 2);
		store.isSlow = true;
		const saving = one.declare({ ...down, title: 'Second' });
		await settled();
		const reading = one.reload();
		store.waiting.forEach((resolve) => resolve());
		await reading;
		assert.equal(one.get(await saving)?.title, 'Second');
	});
});
