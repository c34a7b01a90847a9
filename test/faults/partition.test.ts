// However the lines of a record are spread over files, in whatever order they are read, however often, at once or one
// after another: what is true of the incident is the same.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Incidents } from '../../src/app/incidents';
import type { EventData, EventType, IncidentEvent } from '../../src/core/incident/events';
import { foldIncident } from '../../src/core/incident/fold';
import { encodeLine } from '../../src/core/incident/line';
import type { RecordRead, RecordStore } from '../../src/core/ports';
import { isLong, noLog } from './recorders';

const incident = 'inc-x';
const item = fc.constantFrom('a', 'b', 'c').map((id) => ({ item: id, text: `Step ${id}` }));
const severity = fc.constantFrom('SEV-1', 'SEV-2', 'SEV-3', 'unknown');
const person = fc.constantFrom('Dana', 'Kim', 'Ilse');

const fact: fc.Arbitrary<readonly [EventType, EventData[EventType]]> = fc.oneof(
	item.map((data) => ['itemDone', data] as const),
	item.map((data) => ['itemReopened', data] as const),
	severity.map((value) => ['severityChanged', { severity: value }] as const),
	person.map((value) => ['roleAssigned', { role: 'IC', person: value }] as const),
	fc.string().map((text) => ['noteAdded', { text, happenedAt: undefined }] as const),
	fc.constant(['resolved', { summary: 'Over' }] as const),
);

/** Facts of three writers whose clocks agree, disagree and stand still. */
const story = fc
	.array(fc.tuple(fact, fc.constantFrom('v', 'w', 'x'), fc.nat(5), fc.nat(2)), { maxLength: 12 })
	.map((facts): readonly IncidentEvent[] => {
		const down = { title: 'Down', severity: 'SEV-2', roles: [], runbook: undefined } as const;
		const all = [[['declared', down], 'v', 0, 0] as const, ...facts];
		return all.map(([[type, data], writer, time, counter], index) => {
			const id = index.toString(16).padStart(32, '0');
			return {
				v: 1,
				id,
				incident,
				writer,
				seq: index + 1,
				hlc: [time, counter],
				at: time,
				by: writer,
				type,
				data,
			};
		}) as readonly IncidentEvent[];
	});

/** A record that comes in the given readings, each of some pieces of some lines. */
class ScriptedStore implements RecordStore {
	readonly location = '/script';
	readonly #readings: (readonly (readonly string[])[])[];
	#tell: (incident?: string) => void = () => undefined;

	constructor(readings: readonly (readonly (readonly string[])[])[]) {
		this.#readings = [...readings];
	}

	incidents(): Promise<readonly string[]> {
		return Promise.resolve([incident]);
	}

	read(): Promise<RecordRead> {
		const pieces = this.#readings.shift() ?? [];
		const bytes = pieces.map((lines) => Buffer.from(lines.map((line) => `${line}\n`).join('')));
		return Promise.resolve({ pieces: bytes, mark: new Map() });
	}

	append(): Promise<void> {
		return Promise.resolve();
	}

	watch(changed: (incident?: string) => void): { dispose(): void } {
		this.#tell = changed;
		return { dispose: () => undefined };
	}

	async tellAll(): Promise<void> {
		while (this.#readings.length > 0) {
			this.#tell(incident);
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

test('any spread, order and repetition of the lines gives the same state', async () => {
	const spread = story.chain((events) => {
		const lines = events.map(encodeLine);
		const file = fc.shuffledSubarray([...lines, ...lines]);
		const readings = fc.array(fc.array(file, { maxLength: 3 }), { maxLength: 3 });
		return fc.record({
			events: fc.constant(events),
			readings,
			rest: fc.shuffledSubarray(lines, { minLength: lines.length }),
		});
	});
	await fc.assert(
		fc.asyncProperty(spread, fc.nat(3), async ({ events, readings, rest }, at) => {
			const store = new ScriptedStore([...readings.slice(0, at), [rest], ...readings.slice(at)]);
			const ports = { store, clock: { now: () => 0 }, ids: { next: () => '' }, log: noLog };
			const incidents = new Incidents(ports, { by: 'Reader', writer: 'reader' });
			await incidents.reload();
			incidents.follow();
			await store.tellAll();
			assert.equal(incidents.events(incident).length, events.length);
			assert.deepEqual(
				incidents.get(incident),
				foldIncident(events.map((event) => JSON.parse(JSON.stringify(event)) as IncidentEvent)),
			);
		}),
		{ numRuns: isLong ? 10_000 : 500 },
	);
});
