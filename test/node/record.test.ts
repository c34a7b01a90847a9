import assert from 'node:assert/strict';
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findCommonGitDir } from '../../src/node/gitDir';
import { commandLineWriter } from '../../src/node/identity';
import { findRecordLocation } from '../../src/node/recordLocation';
import { FileRecordStore } from '../../src/node/recordStore';
import { writeScriptFile } from '../../src/node/scriptFile';
import { DiskFiles } from '../../src/node/workspaceFiles';

suite('node', () => {
	let root = '';
	setup(() => {
		root = mkdtempSync(path.join(os.tmpdir(), 'record-'));
	});
	teardown(() => rmSync(root, { recursive: true, force: true }));

	const makeGitDir = (...parts: readonly string[]): string => {
		const folder = path.join(root, ...parts);
		mkdirSync(folder, { recursive: true });
		writeFileSync(path.join(folder, 'HEAD'), 'ref: refs/heads/main\n');
		return folder;
	};

	suite('findCommonGitDir', () => {
		test('from a folder inside the work tree', async () => {
			const gitDir = makeGitDir('repo', '.git');
			mkdirSync(path.join(root, 'repo/a/b'), { recursive: true });
			assert.equal(await findCommonGitDir(path.join(root, 'repo/a/b')), gitDir);
		});
		test('a linked worktree shares its main repository', async () => {
			const gitDir = makeGitDir('repo', '.git');
			const own = makeGitDir('repo', '.git', 'worktrees', 'w');
			writeFileSync(path.join(own, 'commondir'), '../..\n');
			mkdirSync(path.join(root, 'w'));
			writeFileSync(path.join(root, 'w/.git'), `gitdir: ${own}\n`);
			assert.equal(await findCommonGitDir(path.join(root, 'w')), gitDir);
		});
		test('nothing that only looks like one', async () => {
			mkdirSync(path.join(root, 'a/.git'), { recursive: true });
			writeFileSync(path.join(root, 'b.git'), 'x');
			assert.equal(await findCommonGitDir(path.join(root, 'a')), undefined);
		});
	});

	test('the record lives in the git directory, else in the folder or the fallback', async () => {
		assert.equal(await findRecordLocation(root), path.join(root, '.runbook-response/incidents'));
		assert.equal(await findRecordLocation(root, '/storage'), path.normalize('/storage/incidents'));
		mkdirSync(path.join(root, '.runbook-response'));
		assert.equal(await findRecordLocation(root, '/storage'), path.join(root, '.runbook-response/incidents'));
		makeGitDir('.git');
		assert.equal(await findRecordLocation(root), path.join(root, '.git/runbook-response/incidents'));
	});

	test('runs of the command line share a file and count their events apart', () => {
		const [one, two] = [commandLineWriter(), commandLineWriter()];
		assert.equal(one.file, two.file);
		assert.notEqual(one.writer, two.writer);
		assert.ok([one, two].every(({ file, writer }) => writer.startsWith(file) && /^[a-z0-9-]+$/.test(writer)));
	});

	suite('FileRecordStore', () => {
		const noLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
		const open = (location: string, file: string): FileRecordStore =>
			new FileRecordStore(location, file, noLog);
		const linesOf = async (store: FileRecordStore): Promise<readonly string[]> =>
			(await store.read('inc-x')).pieces.flatMap((piece) =>
				Buffer.from(piece).toString('utf8').split('\n').filter(Boolean),
			);
		test('looking creates nothing', async () => {
			const store = open(path.join(root, 'r/incidents'), 'w');
			store.watch(() => undefined).dispose();
			assert.deepEqual([await store.incidents(), await linesOf(store)], [[], []]);
			assert.throws(() => statSync(path.join(root, 'r')), /ENOENT/);
		});
		test('each writer has a private file; everybody reads all', async () => {
			const [one, two] = ['one', 'two'].map((writer) => open(root, writer));
			await one?.append('inc-x', '{"a":1}');
			await two?.append('inc-x', '{"b":2}');
			assert.deepEqual(one && (await linesOf(one)), ['{"a":1}', '{"b":2}']);
			assert.equal(statSync(path.join(root, 'inc-x/one.jsonl')).mode & 0o777, 0o600);
			assert.deepEqual(await two?.incidents(), ['inc-x']);
		});
		test('a torn line spoils only itself', async () => {
			const store = open(root, 'w');
			await store.append('inc-x', 'first');
			appendFileSync(path.join(root, 'inc-x/w.jsonl'), 'torn');
			await store.append('inc-x', 'second');
			assert.equal(readFileSync(path.join(root, 'inc-x/w.jsonl'), 'utf8'), 'first\ntorn\nsecond\n');
		});
		test('what cannot be written is said so', async () => {
			writeFileSync(path.join(root, 'file'), '');
			const store = open(path.join(root, 'file'), 'w');
			await assert.rejects(store.append('inc-x', 'x'), {
				name: 'UserError',
				message: /^NOT SAVED: the incident record .*w\.jsonl could not be written/,
			});
		});
		test('a watcher hears of another writer, also before the folder exists', async () => {
			makeGitDir('.git');
			const location = path.join(root, '.git/runbook-response/incidents');
			const heard = new Promise<void>((resolve) => {
				const watching = open(location, 'one').watch(() => {
					watching.dispose();
					resolve();
				});
			});
			await open(location, 'two').append('inc-x', 'x');
			await heard;
		});
		test('a watcher goes on hearing when the record is removed and made again, each time by name', async () => {
			makeGitDir('.git');
			const location = path.join(root, '.git/runbook-response/incidents');
			const heard: (string | undefined)[] = [];
			const watching = open(location, 'one').watch((incident) => heard.push(incident));
			const writeUntilHeard = async (incident: string): Promise<void> => {
				heard.length = 0;
				await open(location, 'two').append(incident, 'x');
				for (let turn = 0; turn < 100 && !heard.includes(incident); turn++)
					await new Promise((resolve) => setTimeout(resolve, 10));
				assert.ok(heard.includes(incident), incident);
			};
			await writeUntilHeard('inc-a');
			await writeUntilHeard('inc-a');
			rmSync(path.join(location, 'inc-a'), { recursive: true });
			await writeUntilHeard('inc-a');
			await writeUntilHeard('inc-b');
			rmSync(location, { recursive: true });
			await writeUntilHeard('inc-a');
			rmSync(path.dirname(location), { recursive: true });
			await writeUntilHeard('inc-b');
			await writeUntilHeard('inc-b');
			watching.dispose();
		});
		test('a second reading brings only what is new, the whole of a file that is another one now', async () => {
			const store = open(root, 'w');
			const file = path.join(root, 'inc-x/w.jsonl');
			await store.append('inc-x', 'first');
			let { mark } = await store.read('inc-x');
			const next = async (): Promise<readonly string[]> => {
				const read = await store.read('inc-x', mark);
				mark = read.mark;
				return read.pieces.map((piece) => Buffer.from(piece).toString('utf8'));
			};
			assert.deepEqual(await next(), []);
			await store.append('inc-x', 'second');
			assert.deepEqual(await next(), ['second\n']);
			appendFileSync(file, 'thi');
			assert.deepEqual(await next(), ['']);
			appendFileSync(file, 'rd\nfou');
			assert.deepEqual(await next(), ['third\n']);
			writeFileSync(file, 'other\r\nand more of it than there was before\r\n');
			assert.deepEqual(await next(), ['other\r\nand more of it than there was before\r\n']);
			writeFileSync(file, 'cut\n');
			assert.deepEqual(await next(), ['cut\n']);
			rmSync(file);
			assert.deepEqual(await next(), []);
			writeFileSync(file, 'back\n');
			assert.deepEqual(await next(), ['back\n']);
		});
		test('a file that cannot be read is told once, and the others count', async () => {
			const warnings: string[] = [];
			const log = {
				info: () => undefined,
				warn: (text: string) => warnings.push(text),
				error: () => undefined,
			};
			mkdirSync(path.join(root, 'inc-x/other.jsonl'), { recursive: true });
			const store = new FileRecordStore(root, 'w', log);
			await store.append('inc-x', 'mine');
			assert.deepEqual([await linesOf(store), await linesOf(store)], [['mine'], ['mine']]);
			assert.match(
				warnings.join(),
				/^The incident record .+other\.jsonl could not be read, so what it holds is not shown: /,
			);
			assert.equal(warnings.length, 1);
		});
	});

	test('a script file holds exactly the text, for the person alone, whatever was there', async () => {
		const folder = path.join(root, 'scripts');
		const first = await writeScriptFile(folder, 'echo "a\tb"\n', 'abc');
		appendFileSync(first, 'rm -rf /\n');
		const again = await writeScriptFile(folder, 'echo "a\tb"\n', 'abc');
		assert.equal(readFileSync(again, 'utf8'), 'echo "a\tb"\n');
		assert.equal(statSync(again).mode & 0o777, 0o600);
	});

	suite('DiskFiles', () => {
		test('lists Markdown without dependencies and hidden folders', async () => {
			for (const file of ['a.md', 'docs/b.markdown', 'node_modules/c.md', '.git/d.md', 'e.txt']) {
				mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
				writeFileSync(path.join(root, file), '');
			}
			assert.deepEqual([...(await new DiskFiles(root).markdownFiles())].sort(), ['a.md', 'docs/b.markdown']);
		});
		const refusals: readonly (readonly [string, RegExp])[] = [
			['missing.md', /^missing\.md cannot be read: there is no such file\.$/],
			['.', /is not a file/],
			['large.md', /^large\.md is 2\.0 MB, and documents up to 8 MB are read/],
		];
		for (const [file, message] of refusals) {
			test(`refuses ${file} in one sentence`, async () => {
				writeFileSync(path.join(root, 'large.md'), 'x'.repeat(2 * 1024 * 1024));
				await assert.rejects(new DiskFiles(root).read(file, 1024), { name: 'UserError', message });
			});
		}
		test('never writes over a file unless told to', async () => {
			const files = new DiskFiles(root);
			assert.equal(await files.create('p/a.md', 'one'), true);
			assert.equal(await files.create('p/a.md', 'two'), false);
			assert.equal(readFileSync(path.join(root, 'p/a.md'), 'utf8'), 'one');
			assert.equal(await files.create('p/a.md', 'two', true), true);
			assert.equal(readFileSync(path.join(root, 'p/a.md'), 'utf8'), 'two');
		});
	});
});
