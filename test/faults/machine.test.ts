// Faults only the machine itself can make: a small disk, a clock that jumps, calls that fail inside the kernel. What a
// test needs and this machine has not is said in its name when it is skipped.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareHlc } from '../../src/core/incident/hlc';
import { findRecordLocation } from '../../src/node/recordLocation';
import { FileRecordStore } from '../../src/node/recordStore';
import { encodeLine } from '../../src/core/incident/line';
import type { IncidentEvent } from '../../src/core/incident/events';
import {
	declareIn,
	isLong,
	lostOf,
	makePlace,
	noLog,
	readBack,
	startRecording,
	type Place,
} from './recorders';

const isRoot = process.getuid?.() === 0;
const hasStrace = spawnSync('strace', ['-V']).status === 0;
const fakeTime = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
	.map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`)
	.find(existsSync);

/** A test that is skipped, with the reason, where the machine does not have what it needs. */
function testWith(
	needs: readonly (readonly [has: boolean, what: string])[],
	name: string,
	run: () => Promise<void>,
): void {
	const missing = needs.find(([has]) => !has)?.[1];
	if (missing === undefined) test(name, run);
	else test.skip(`${name} (skipped: it needs ${missing})`, run);
}

/** A test of the long form alone, skipped with the reason where the machine does not have what it needs. */
const longTestWith: typeof testWith = (...test) => {
	if (isLong) testWith(...test);
};

const root = [isRoot, 'root, to mount a disk'] as const;
const strace = [hasStrace, 'strace'] as const;
const faketime = [fakeTime !== undefined, 'libfaketime'] as const;

suite('the machine', () => {
	let place: Place;
	setup(async () => {
		place = await makePlace();
	});
	teardown(() => place.remove());

	suite('a small disk', () => {
		let disk = '';
		setup(() => {
			if (!isRoot) return;
			disk = path.join(place.folder, 'disk');
			mkdirSync(disk);
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', disk]);
		});
		teardown(() => {
			if (isRoot) execFileSync('umount', [disk]);
		});

		testWith(
			[root],
			'that becomes full says so within a second, keeps all it had, and takes notes once it is freed',
			async () => {
				const location = path.join(disk, 'incidents');
				const small = { ...place, location, incident: await declareIn(location) };
				const ballast = path.join(disk, 'ballast');
				writeFileSync(ballast, Buffer.alloc(40_000));
				const recording = startRecording(small, { count: 60, bytes: 6000 });
				const full = await recording.ended;
				assert.ok(full.saved.length > 0 && full.refused.length > 0, JSON.stringify(full));
				for (const sentence of full.refused) {
					assert.match(
						sentence,
						/^NOT SAVED: the incident record .+ because the disk is full; free some space, then do it again\.$/,
					);
				}
				assert.deepEqual([full.stderr, await lostOf(small, full.saved)], ['', []]);
				rmSync(ballast);
				const freed = await startRecording(small, { count: 5 }).ended;
				assert.deepEqual([freed.saved.length, await lostOf(small, [...full.saved, ...freed.saved])], [5, []]);
			},
		);

		testWith([root], 'that becomes read-only says so and shows what it has', async () => {
			const location = path.join(disk, 'incidents');
			const small = { ...place, location, incident: await declareIn(location) };
			const before = await startRecording(small, { count: 5 }).ended;
			mkdirSync(path.join(disk, '.git'));
			writeFileSync(path.join(disk, '.git', 'HEAD'), 'ref: refs/heads/main\n');
			assert.match(await findRecordLocation(disk, '/storage'), /\.git/);
			execFileSync('mount', ['-o', 'remount,ro', disk]);
			assert.equal(await findRecordLocation(disk, '/storage'), path.join(path.sep, 'storage', 'incidents'));
			const after = await startRecording(small, { count: 3 }).ended;
			assert.deepEqual([after.saved, after.refused.length, after.stderr], [[], 3, '']);
			for (const sentence of after.refused)
				assert.match(sentence, /^NOT SAVED: .+ because the disk is read-only; make it/);
			execFileSync('mount', ['-o', 'remount,rw', disk]);
			const again = await startRecording(small, { count: 3 }).ended;
			assert.deepEqual([again.saved.length, await lostOf(small, [...before.saved, ...again.saved])], [3, []]);
		});
	});

	/** Runs the recorder with calls on its own file that fail in the kernel. */
	const recordUnder = async (inject: string, count: number): ReturnType<typeof finish> => {
		const folder = path.join(place.location, place.incident);
		const args = ['-f', '-qq', '-o', '/dev/null', '-P', path.join(folder, 'one.jsonl')];
		writeFileSync(path.join(folder, 'one.jsonl'), '');
		const call = inject.split(':')[0] ?? '';
		const under = ['strace', ...args, '-e', `trace=${call}`, '-e', `inject=${inject}`];
		// strace counts the calls of each thread by itself.
		const environment = { UV_THREADPOOL_SIZE: '1' };
		return finish(startRecording(place, { count, under, environment }).ended);
	};
	const finish = async (
		ended: ReturnType<typeof startRecording>['ended'],
	): Promise<Awaited<typeof ended>> => {
		const said = await ended;
		assert.deepEqual([said.stderr, await lostOf(place, said.saved)], ['', []]);
		return said;
	};
	for (const [call, code] of [
		['fdatasync', 'EIO'],
		['write', 'ENOSPC'],
		['write', 'EIO'],
		['openat', 'EMFILE'],
	] as const) {
		longTestWith([strace], `${code} from the kernel at ${call}, at any call`, async () => {
			for (let when = 1; when <= 10; when++) {
				const { saved, refused, warned } = await recordUnder(`${call}:error=${code}:when=${when}`, 12);
				assert.equal(saved.length + refused.length, 12);
				assert.equal(
					refused.length + warned.filter((text) => /written once more/.test(text)).length,
					1,
					`${when}`,
				);
			}
		});
	}
	longTestWith([strace], 'a slow disk: the order is kept, and the process goes on answering', async () => {
		const { saved, lagMs } = await recordUnder('fdatasync:delay_exit=500000', 6);
		const { events } = await readBack(place);
		assert.deepEqual(
			events.filter(({ writer }) => writer.startsWith('one')).map(({ id }) => id),
			saved,
		);
		assert.ok(saved.length === 6 && (lagMs ?? 999) < 250, `${lagMs} ms without an answer`);
	});

	suite('a clock', () => {
		const underClock = (
			offset: string,
			file?: string,
		): { readonly file: string; readonly environment: NodeJS.ProcessEnv } => {
			const clock = path.join(place.folder, 'clock');
			writeFileSync(clock, offset);
			const environment = {
				LD_PRELOAD: fakeTime,
				FAKETIME_TIMESTAMP_FILE: clock,
				FAKETIME_NO_CACHE: '1',
				FAKETIME_DONT_FAKE_MONOTONIC: '1',
			};
			return { file: file ?? 'one', environment };
		};
		/** Every event of one file must come after the one before it. */
		const inversionsOf = async (): Promise<number> => {
			const { events } = await readBack(place);
			const own = events.filter(({ writer }) => writer.startsWith('one'));
			return own.filter((event, index) => {
				const before = own[index - 1];
				return before !== undefined && compareHlc(before.hlc, event.hlc) >= 0;
			}).length;
		};
		for (const jump of ['-3600', '+1y']) {
			testWith([faketime], `that jumps by ${jump} while notes are recorded turns none around`, async () => {
				const options = underClock('+0');
				const recording = startRecording(place, { ...options, count: 200 });
				await recording.after(50);
				writeFileSync(path.join(place.folder, 'clock'), jump);
				const said = await finish(recording.ended);
				assert.deepEqual([said.saved.length, await inversionsOf()], [200, 0]);
				const times = (await readBack(place)).events.map(({ at }) => at);
				assert.ok(Math.max(...times) - Math.min(...times) > 3_000_000, 'the clock did not jump');
			});
		}
		test('of another window that stands in 2099: what comes after it still comes after it', async () => {
			const store = new FileRecordStore(place.location, 'future', noLog);
			const hlc = [Date.UTC(2099, 0, 1), 0] as const;
			const peer = {
				v: 1,
				id: 'f'.repeat(32),
				incident: place.incident,
				writer: 'future',
				seq: 1,
				hlc,
				at: hlc[0],
				by: 'Kim',
			};
			const data = { text: 'From the future', happenedAt: undefined };
			await store.append(
				place.incident,
				encodeLine({ ...peer, type: 'noteAdded', data } as unknown as IncidentEvent),
			);
			const said = await startRecording(place, { count: 20 }).ended;
			const { events } = await readBack(place);
			const own = events.filter(({ writer }) => writer.startsWith('one'));
			assert.deepEqual([said.saved.length, own.length, await inversionsOf()], [20, 20, 0]);
			assert.ok(own.every((event) => compareHlc(event.hlc, hlc) > 0));
		});
	});
});
