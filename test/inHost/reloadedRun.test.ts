// A window that is reloaded while a script runs: the next one tells in the record, on the real disk, that nobody saw
// the end. A window's lives share its memory and nothing else.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { Incidents } from '../../src/app/incidents';
import type { IncidentState } from '../../src/core/incident/model';
import { randomIds, systemClock, windowWriter } from '../../src/node/identity';
import { FileRecordStore } from '../../src/node/recordStore';
import { IncidentSession } from '../../src/vscode/incidentSession';
import { PendingRuns } from '../../src/vscode/scripts/pendingRuns';
import { Memory } from './memory';
import { trustedOnly } from './record';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const run = { run: 'r1', title: 'Roll back', sha256: 'x' };

suite('A window reloaded in mid-run', () => {
	trustedOnly();
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reload-'));
	const memory = new Memory();
	suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	/** One life of the window: its session and what it remembers of runs. */
	async function live<T>(work: (session: IncidentSession, pending: PendingRuns) => Promise<T>): Promise<T> {
		const writer = windowWriter();
		const store = new FileRecordStore(path.join(folder, 'incidents'), writer, log);
		const ports = { store, clock: systemClock, ids: randomIds, log };
		const session = new IncidentSession(
			() => Promise.resolve(new Incidents(ports, { by: 'ana', writer })),
			memory,
			log,
		);
		const pending = new PendingRuns(memory);
		try {
			await session.attach(vscode.Uri.file(folder));
			await pending.settle((incident, end) => session.recordInto(incident, 'scriptFinished', end));
			return await work(session, pending);
		} finally {
			session.dispose();
		}
	}

	const texts = (state: IncidentState | undefined): readonly string[] =>
		(state?.timeline ?? []).map(({ text }) => text);
	const unknown = 'Result unknown: the window was reloaded or closed while the script ran: Roll back';

	test('is told by the next one, once, and never as a success', async () => {
		const incident = await live(async (session, pending) => {
			const id = await session.declare({ title: 'x', severity: 'SEV-2', roles: [], runbook: undefined });
			await session.bind(id)?.record('scriptStarted', { ...run, effect: 'change' });
			await pending.begin(id, run);
			// A run of this very life goes on: nothing is told about it.
			await pending.settle((other, end) => session.recordInto(other, 'scriptFinished', end));
			assert.equal(session.current?.runs.get('r1')?.outcome, undefined);
			return id;
		});
		await live((session) => {
			const state = session.all.find(({ id }) => id === incident);
			assert.equal(state?.runs.get('r1')?.outcome?.kind, 'interrupted');
			assert.deepEqual(texts(state).slice(-2), ['Started script: Roll back', unknown]);
			return Promise.resolve();
		});
		await live((session) => {
			assert.equal(texts(session.all[0]).filter((text) => text === unknown).length, 1);
			return Promise.resolve();
		});
	});

	test('a run that ended before is not told about again', async () => {
		await live(async (session, pending) => {
			const [state] = session.all;
			assert.ok(state);
			const next = { ...run, run: 'r2' };
			await session.bind(state.id)?.record('scriptStarted', next);
			await pending.begin(state.id, next);
			await session.bind(state.id)?.record('scriptFinished', {
				...next,
				outcome: { kind: 'exited', exitCode: 0 },
			});
			await pending.end(next.run);
		});
		await live((session) => {
			assert.deepEqual(session.all[0]?.runs.get('r2')?.outcome, { kind: 'exited', exitCode: 0 });
			return Promise.resolve();
		});
	});
});
