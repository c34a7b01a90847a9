import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = path.resolve('dist/cli.js');
const runbook = `# Harbour
## Update Frequency
- **SEV-1**: Every 15 minutes until resolution
- **SEV-2**: Every 30 minutes
`;

interface Due {
	readonly elapsed: string;
	readonly severity: string;
	readonly due: readonly { readonly id: string; readonly dueAt: string; readonly inMin: number }[];
}

/** Where Debian, Fedora and Homebrew put libfaketime; `FAKETIME_LIBRARY` names another place. */
function findLibrary(): string | undefined {
	const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/opt/homebrew/lib'].filter(existsSync);
	const multiarch = existsSync('/usr/lib')
		? readdirSync('/usr/lib').filter((name) => name.includes('-linux-'))
		: [];
	const places = [...folders, ...multiarch.map((name) => `/usr/lib/${name}`)];
	const found = places.map((folder) => path.join(folder, 'faketime/libfaketime.so.1'));
	return [process.env['FAKETIME_LIBRARY'] ?? '', ...found].find((file) => file !== '' && existsSync(file));
}

/** The command line program itself, with the clock of the machine showing what the test says. */
suite('the command line on a clock that jumps', () => {
	const library = findLibrary();
	let folder = '';

	suiteSetup(function () {
		if (library) return;
		console.log('      Skipped: libfaketime is not installed (Debian: apt-get install libfaketime).');
		this.skip();
	});
	setup(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'clock-'));
		writeFileSync(path.join(folder, 'RUNBOOK.md'), runbook);
	});
	teardown(() => rmSync(folder, { recursive: true, force: true }));

	/** Runs a verb while it is `time` in Berlin, or rather in UTC: the zone only changes what a local clock shows. */
	const run = (time: string, ...argv: readonly string[]): unknown => {
		const env = {
			...process.env,
			TZ: 'Europe/Berlin',
			LD_PRELOAD: library,
			DONT_FAKE_MONOTONIC: '1',
			FAKETIME_FMT: '%s',
			FAKETIME: String(Date.parse(time) / 1000),
		};
		return JSON.parse(
			execFileSync(process.execPath, [program, ...argv, '--json'], { cwd: folder, env, encoding: 'utf8' }),
		);
	};
	const declare = (time: string): unknown =>
		run(time, 'declare', '--title', 'Down', '--severity', 'SEV-1', '--role', 'IC=Dana');
	const assertDue = (time: string, elapsed: string, dueAt: string, inMin: number): void => {
		const shown = run(time, 'due') as Due;
		const update = shown.due.find(({ id }) => id === 'update:internal');
		assert.deepEqual([shown.elapsed, update?.dueAt, update?.inMin], [elapsed, dueAt, inMin]);
	};

	test('the night the clocks go back: 02:50, then 02:20 half an hour later', () => {
		declare('2026-10-25T00:50:00Z');
		assertDue('2026-10-25T01:20:00Z', 'T+30:00', '2026-10-25T01:05:00.000Z', -15);
		run('2026-10-25T01:20:00Z', 'update', 'rolling back');
		assertDue('2026-10-25T01:25:00Z', 'T+35:00', '2026-10-25T01:35:00.000Z', 10);
	});

	test('the night they go forward: 01:50, then 03:10 twenty minutes later', () => {
		declare('2026-03-29T00:50:00Z');
		assertDue('2026-03-29T01:10:00Z', 'T+20:00', '2026-03-29T01:05:00.000Z', -5);
		// A local time of day means that time of that night, though an hour of it does not exist.
		run('2026-03-29T01:10:00Z', 'update', 'on it', '--at', '03:05');
		assertDue('2026-03-29T01:10:00Z', 'T+20:00', '2026-03-29T01:20:00.000Z', 10);
	});

	test('after sleep and after a jump no due time has moved', () => {
		declare('2026-11-23T03:14:00Z');
		const dueAt = '2026-11-23T03:29:00.000Z';
		assertDue('2026-11-23T03:20:00Z', 'T+06:00', dueAt, 9);
		assertDue('2026-11-24T03:14:00Z', 'T+24:00:00', dueAt, -1425);
		assertDue('2026-11-23T02:14:00Z', 'T+00:00', dueAt, 75);
		assertDue('2026-11-23T03:20:00Z', 'T+06:00', dueAt, 9);
	});

	test('with the clock set back, what is written later still holds', () => {
		declare('2026-11-23T03:14:00Z');
		run('2026-11-23T03:15:00Z', 'severity', 'SEV-2');
		run('2026-11-23T01:15:00Z', 'severity', 'SEV-1');
		run('2026-11-22T01:15:00Z', 'severity', 'SEV-2');
		const shown = run('2026-11-23T03:20:00Z', 'due') as Due;
		assert.equal(shown.severity, 'SEV-2');
		assertDue('2026-11-23T03:20:00Z', 'T+06:00', '2026-11-23T03:44:00.000Z', 24);
	});
});
