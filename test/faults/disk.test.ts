// What a disk and other programs can do to the record, in this process: the calls fail by injection, the files are
// really cut, moved and rewritten.
import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encodeLine } from '../../src/core/incident/line';
import type { IncidentEvent } from '../../src/core/incident/events';
import { FileRecordStore } from '../../src/node/recordStore';
import { faultyDisk, type Fault } from '../support/faultyDisk';
import { isLong, readBack } from './recorders';

const incident = 'inc-x';
let count = 0;

/** A note of about so many bytes. */
function note(bytes = 40): { readonly id: string; readonly line: string } {
	const id = (++count).toString(16).padStart(32, '0');
	const stamp = { v: 1, id, incident, writer: 'w', seq: count, hlc: [count, 0], at: count, by: 'Dana' };
	const data = { text: 'ä'.repeat(bytes / 2) };
	return { id, line: encodeLine({ ...stamp, type: 'noteAdded', data } as unknown as IncidentEvent) };
}

suite('a disk that fails', () => {
	let root = '';
	setup(() => (root = mkdtempSync(path.join(os.tmpdir(), 'disk-'))));
	teardown(() => rmSync(root, { recursive: true, force: true }));

	interface Desk {
		readonly store: FileRecordStore;
		readonly file: string;
		readonly saved: string[];
		readonly refused: string[];
		readonly warned: string[];
		/** Records a note; whether it was saved. */
		readonly record: (bytes?: number) => Promise<boolean>;
		/** The saved ids that are not in the record. */
		readonly lost: () => Promise<readonly string[]>;
	}

	const openDesk = (fault?: Fault, location = root): Desk => {
		const [saved, refused, warned]: [string[], string[], string[]] = [[], [], []];
		const log = {
			info: () => undefined,
			warn: (text: string) => void warned.push(text),
			error: () => undefined,
		};
		const store = new FileRecordStore(location, 'w', log, faultyDisk(fault));
		const record = async (bytes?: number): Promise<boolean> => {
			const { id, line } = note(bytes);
			return store.append(incident, line).then(
				() => saved.push(id) > 0,
				(error: unknown) => refused.push(sentenceOf(error)) < 0,
			);
		};
		const lost = async (): Promise<readonly string[]> => {
			const present = new Set((await readBack({ location, incident })).events.map((event) => event.id));
			return saved.filter((id) => !present.has(id));
		};
		return { store, file: path.join(location, incident, 'w.jsonl'), saved, refused, warned, record, lost };
	};

	/** One sentence for a person: what, where, why, what to do. */
	const sentenceOf = (error: unknown): string => {
		assert.ok(error instanceof Error && error.name === 'UserError', String(error));
		assert.match(
			error.message,
			/^NOT SAVED: the incident record .+w\.jsonl could not be written, because [^.]+; [^.]+\.$/,
		);
		return error.message;
	};

	const calls: readonly Fault['call'][] = ['open', 'stat', 'read', 'write', 'datasync', 'makeFolder'];
	for (const call of calls) {
		for (const times of [1, 3]) {
			test(`${call} fails ${times} time(s), at any call: what is saved is there, what is not is said`, async () => {
				for (let from = 1; from <= 12; from++) {
					const desk = openDesk({ call, from, times, code: 'EIO' }, path.join(root, `${from}`));
					const done: boolean[] = [];
					for (let turn = 0; turn < 16; turn++) done.push(await desk.record());
					assert.deepEqual([await desk.lost(), done.at(-1)], [[], true]);
					assert.equal(desk.refused.length, done.filter((saved) => !saved).length);
					assert.ok(desk.refused.length <= times);
				}
			});
		}
	}

	const sentences: readonly (readonly [call: Fault['call'], code: string, RegExp])[] = [
		['write', 'ENOSPC', /the disk is full; free some space/],
		['datasync', 'EDQUOT', /your share of the disk is used up; free some space/],
		['open', 'EROFS', /the disk is read-only; make it writable/],
		['makeFolder', 'EACCES', /you may not write there; get the permission/],
		['datasync', 'EIO', /the disk reports an error; keep a copy elsewhere/],
		['open', 'EMFILE', /this program has too many files open; do it again in a moment/],
		['write', 'EWHATEVER', /EWHATEVER: injected; do it again/],
	];
	for (const [call, code, expected] of sentences) {
		test(`${code} in words`, async () => {
			const desk = openDesk({ call, from: 1, times: 2, code });
			assert.equal(await desk.record(), false);
			assert.match(desk.refused.join(), expected);
		});
	}

	for (const bytes of [20, 600, 4200]) {
		const length = Buffer.byteLength(note(bytes).line) + 1;
		const step = isLong || bytes === 20 ? 1 : 37;
		test(`a disk that is full after any byte of a line of ${length} bytes: the torn line spoils only itself`, async () => {
			for (let take = 1; take < length; take += step) {
				const desk = openDesk(
					{ call: 'write', from: 3, times: 1, code: 'ENOSPC', take },
					path.join(root, `${take}`),
				);
				const done = [
					await desk.record(),
					await desk.record(bytes),
					await desk.record(),
					await desk.record(),
				];
				assert.deepEqual(done, [true, false, true, true], `${take}`);
				assert.match(desk.refused.join(), /because the disk is full; free some space, then do it again\.$/);
				assert.deepEqual(await desk.lost(), []);
			}
		});
	}

	test('a write that takes only a part is followed by one for the rest', async () => {
		for (let take = 1; take < 40; take++) {
			const fault = { call: 'write', from: 3, times: 0, code: '', take } as const;
			const desk = openDesk(fault, path.join(root, `${take}`));
			assert.deepEqual([await desk.record(), await desk.record(), await desk.record()], [true, true, true]);
			assert.deepEqual([await desk.lost(), desk.warned], [[], []]);
		}
	});

	test('a sync that fails is not tried again on the same file: the lines are written anew', async () => {
		const desk = openDesk({ call: 'datasync', from: 2, times: 1, code: 'EIO' });
		assert.deepEqual([await desk.record(), await desk.record()], [true, true]);
		assert.equal(readFileSync(desk.file, 'utf8').split('\n').filter(Boolean).length, 3);
		assert.deepEqual(desk.warned, [
			`${desk.file} is written once more, because the disk did not confirm it.`,
		]);
		const { events } = await readBack({ location: root, incident });
		assert.equal(new Set(events.map(({ id }) => id)).size, 2);
	});

	test('lines put back are written anew as well when their sync fails, now or at the next note', async () => {
		for (const times of [1, 2]) {
			const desk = openDesk({ call: 'datasync', from: 3, times, code: 'EIO' }, path.join(root, `${times}`));
			assert.deepEqual([await desk.record(), await desk.record()], [true, true]);
			rmSync(desk.file);
			assert.deepEqual([await desk.record(), await desk.record()], [times === 1, true]);
			const { events } = await readBack({ location: path.join(root, `${times}`), incident });
			for (const id of desk.saved.slice(0, 2))
				assert.equal(events.filter((event) => event.id === id).length, times + 1);
		}
	});

	/** What other programs do between two notes; each leaves the notes readable, or is told and made good. */
	const deeds: readonly (readonly [name: string, deed: (file: string) => void, healed: number])[] = [
		['deleted', (file) => rmSync(file), 3],
		['moved away', (file) => renameSync(file, `${file}.bak`), 3],
		['renamed to another record', (file) => renameSync(file, file.replace('w.jsonl', 'v.jsonl')), 3],
		['emptied', (file) => truncateSync(file, 0), 3],
		['cut in the middle of a line', (file) => truncateSync(file, readFileSync(file).indexOf(10) + 20), 2],
		['filled with zeros', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)), 3],
		[
			'replaced by an older copy',
			(file) => rewrite(file, (text) => text.slice(0, text.indexOf('\n') + 1)),
			2,
		],
		['deleted with its folder', (file) => rmSync(path.dirname(file), { recursive: true }), 3],
		[
			'deleted with the whole record',
			(file) => rmSync(path.dirname(path.dirname(file)), { recursive: true }),
			3,
		],
		['converted to CRLF', (file) => rewrite(file, (text) => text.replaceAll('\n', '\r\n')), 0],
		['given a byte order mark', (file) => rewrite(file, (text) => `\uFEFF${text}`), 0],
		['given trailing blanks', (file) => rewrite(file, (text) => text.replaceAll('\n', '  \n')), 0],
		['robbed of its last newline', (file) => rewrite(file, (text) => text.slice(0, -1)), 0],
		['given a tail of zeros', (file) => writeFileSync(file, Buffer.alloc(100), { flag: 'a' }), 0],
		['given a tail of garbage', (file) => writeFileSync(file, Buffer.alloc(100, 0xff), { flag: 'a' }), 0],
		['given an unfinished line', (file) => writeFileSync(file, '{"v":1,"id":"x', { flag: 'a' }), 0],
	];
	const rewrite = (file: string, change: (text: string) => string): void => {
		const text = readFileSync(file, 'utf8');
		rmSync(file);
		writeFileSync(file, change(text));
	};
	for (const [name, deed, healed] of deeds) {
		test(`the file is ${name} between two notes: nothing is lost`, async () => {
			const desk = openDesk(undefined, path.join(root, 'incidents'));
			for (let turn = 0; turn < 3; turn++) await desk.record(400);
			deed(desk.file);
			assert.deepEqual([await desk.record(), await desk.record()], [true, true]);
			assert.deepEqual([await desk.lost(), desk.refused], [[], []]);
			const told = `${desk.file}: ${healed} line(s) were written again, because somebody had deleted, moved or changed the file.`;
			assert.deepEqual(desk.warned, healed > 0 ? [told] : []);
		});
	}

	test('the file is deleted and no note follows: it is back all the same', async () => {
		const desk = openDesk();
		const watching = desk.store.watch(() => undefined);
		for (let turn = 0; turn < 3; turn++) await desk.record();
		rmSync(desk.file);
		for (let turn = 0; turn < 100 && desk.warned.length === 0; turn++) await pause(20);
		watching.dispose();
		assert.deepEqual([await desk.lost(), desk.warned.length], [[], 1]);
	});

	test('the folder is deleted on purpose: only the next note brings it back', async () => {
		const desk = openDesk();
		const watching = desk.store.watch(() => undefined);
		await desk.record();
		rmSync(path.dirname(desk.file), { recursive: true });
		await pause(100);
		assert.ok(!existsSync(path.dirname(desk.file)));
		assert.equal(await desk.record(), true);
		watching.dispose();
		assert.deepEqual(await desk.lost(), []);
	});

	test('a folder where the file should be is told', async () => {
		const desk = openDesk();
		mkdirSync(desk.file, { recursive: true });
		assert.equal(await desk.record(), false);
		assert.match(desk.refused.join(), /because there is a folder of that name; move that folder away/);
	});
});

const pause = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));
