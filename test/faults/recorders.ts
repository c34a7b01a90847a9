import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { decodeLines } from '../../src/core/incident/line';
import type { IncidentEvent, UnknownEvent } from '../../src/core/incident/events';
import { FileRecordStore } from '../../src/node/recordStore';
import { Incidents } from '../../src/app/incidents';
import { randomIds, systemClock } from '../../src/node/identity';

export const isLong = process.env['FAULTS'] === 'long';
export const noLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What a recording process has said by its end. */
export interface Said {
	readonly saved: readonly string[];
	readonly refused: readonly string[];
	readonly warned: readonly string[];
	/** The longest time it did not answer, in milliseconds; `undefined` when it was killed. */
	readonly lagMs: number | undefined;
	readonly stderr: string;
}

/** A place with one declared incident, and the program that records into it. */
export interface Place {
	readonly folder: string;
	readonly location: string;
	readonly incident: string;
	readonly program: string;
	remove(): void;
}

export async function makePlace(): Promise<Place> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'faults-'));
	const program = path.join(folder, 'recorder.cjs');
	const recorder = path.join(__dirname, 'recorder.ts');
	await build({
		entryPoints: [recorder],
		outfile: program,
		bundle: true,
		platform: 'node',
		logLevel: 'warning',
	});
	const location = path.join(folder, 'incidents');
	const incident = await declareIn(location);
	return {
		folder,
		location,
		incident,
		program,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** Declares an incident in a folder, with a file of its own for the declaration. */
export async function declareIn(location: string, title = 'Down'): Promise<string> {
	const store = new FileRecordStore(location, 'declarer', noLog);
	const ports = { store, clock: systemClock, ids: randomIds, log: noLog };
	const incidents = new Incidents(ports, { by: 'Kim', writer: 'declarer' });
	return incidents.declare({ title, severity: 'SEV-1', roles: [], runbook: undefined });
}

export interface Recording {
	readonly process: ChildProcess;
	/** Resolves once so many notes are saved or refused, or the process has ended. */
	readonly after: (count: number) => Promise<void>;
	readonly ended: Promise<Said>;
}

export interface RecordingOptions {
	readonly file?: string;
	/** 0: until it is killed. */
	readonly count?: number;
	readonly bytes?: number;
	/** A program and its arguments to run the recorder under. */
	readonly under?: readonly string[];
	readonly environment?: NodeJS.ProcessEnv;
}

/** Starts a process of its own that records. */
export function startRecording(place: Place, options: RecordingOptions = {}): Recording {
	const { file = 'one', count = 0, bytes = 40, under = [], environment = {} } = options;
	const own = [process.execPath, place.program, place.location, file, place.incident, `${count}`, `${bytes}`];
	const [command = '', ...args] = [...under, ...own];
	const child = spawn(command, args, {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [output, stderr] = ['', ''];
	const waiting = new Set<() => void>();
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		for (const check of waiting) check();
	});
	const ended = new Promise<Said>((resolve) => child.on('close', () => resolve(readSaid(output, stderr))));
	const after = (wanted: number): Promise<void> =>
		new Promise((resolve) => {
			const check = (): void => {
				if ((output.match(/^[+!]/gm)?.length ?? 0) >= wanted) resolve();
			};
			waiting.add(check);
			check();
			void ended.then(() => resolve());
		});
	return { process: child, after, ended };
}

function readSaid(output: string, stderr: string): Said {
	// The last line of a killed process may be cut short: what it says was not yet said.
	const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
	const of = (mark: string): readonly string[] =>
		lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
	const [lag] = of('~');
	return {
		saved: of('+'),
		refused: of('!'),
		warned: of('?'),
		lagMs: lag === undefined ? undefined : Number(lag),
		stderr,
	};
}

/** What somebody who opens the record now finds in it. */
export async function readBack(
	place: Pick<Place, 'location' | 'incident'>,
): Promise<{ readonly events: readonly (IncidentEvent | UnknownEvent)[]; readonly damaged: number }> {
	const { pieces } = await new FileRecordStore(place.location, 'reader', noLog).read(place.incident);
	const read = pieces.map(decodeLines);
	return {
		events: read.flatMap(({ events }) => events),
		damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
	};
}

/** The acknowledged ids that are not in the record: what must never be. */
export async function lostOf(place: Place, saved: readonly string[]): Promise<readonly string[]> {
	const present = new Set((await readBack(place)).events.map(({ id }) => id));
	return saved.filter((id) => !present.has(id));
}
