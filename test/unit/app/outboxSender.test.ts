import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Incidents } from '../../../src/app/incidents';
import { OutboxSender } from '../../../src/app/outboxSender';
import { NoAnswer } from '../../../src/core/comms/noAnswer';
import type { HttpRequest, HttpResponse, Target } from '../../../src/core/comms/target';
import type { TargetKind } from '../../../src/core/comms/target';
import type { EventData } from '../../../src/core/incident/events';
import { MemoryStore } from '../../support/memoryStore';

/** What becomes of one request. `crash*`: the machine stops before or after the other end has taken it. */
type Fate =
	'ok' | 'busy' | 'refused connection' | 'cut before' | 'cut after' | 'crash before' | 'crash after';
const fates: readonly Fate[] = [
	'ok',
	'busy',
	'refused connection',
	'cut before',
	'cut after',
	'crash before',
	'crash after',
];

/** The other end: takes what reaches it; one with a key takes the same key once. */
class Vendor {
	readonly taken: { readonly key: string; readonly marked: boolean }[] = [];
	readonly #keys = new Set<string>();
	readonly #hasKey: boolean;
	constructor(hasKey: boolean) {
		this.#hasKey = hasKey;
	}
	take({ body }: HttpRequest): void {
		const text = body ?? '';
		const key = /m\d+!/.exec(text)?.[0] ?? '';
		if (this.#hasKey && this.#keys.has(key)) return;
		this.#keys.add(key);
		this.taken.push({ key, marked: /sent again/.test(text) });
	}
}

class Crash extends Error {}

class World {
	readonly store = new MemoryStore();
	readonly clock = { time: 1_000_000 };
	readonly vendor: Vendor;
	readonly fates: Fate[];
	readonly #target: Target;
	#ids = 0;
	/** Nothing is written any more by a window that is gone. */
	#crashed = false;
	incidents!: Incidents;
	sender!: OutboxSender;

	constructor(kind: TargetKind, fateList: readonly Fate[]) {
		this.vendor = new Vendor(kind === 'pagerDuty');
		this.fates = [...fateList];
		this.#target = { id: 't', kind, label: 'there', options: {}, baseUrl: 'https://there' };
	}

	/** A window that was just opened on the record. */
	async open(): Promise<void> {
		const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
		const ids = { next: () => (++this.#ids).toString(16).padStart(32, '0') };
		const ports = { store: this.store, clock: { now: () => this.clock.time }, ids, log };
		this.incidents = new Incidents(ports, { by: 'Dana', writer: `w${++this.#ids}` });
		await this.incidents.reload();
		this.#crashed = false;
		const { incidents } = this;
		this.sender = new OutboxSender(
			{
				incidents: {
					get all() {
						return incidents.all;
					},
					get: (incident) => incidents.get(incident),
					record: (...event) => (this.#crashed ? Promise.reject(new Crash()) : incidents.record(...event)),
				},
				send: (request) => this.#send(request),
				targets: () => [this.#target],
				secret: () => Promise.resolve(this.#target.kind === 'pagerDuty' ? 'a'.repeat(32) : 'https://x'),
				clock: { now: () => this.clock.time },
				random: () => 0.5,
				log,
			},
			'device',
		);
	}

	#send(request: HttpRequest): Promise<HttpResponse> {
		const fate = this.fates.shift() ?? 'ok';
		if (fate === 'ok' || fate === 'cut after' || fate === 'crash after') this.vendor.take(request);
		if (fate === 'refused connection') return Promise.reject(new NoAnswer('refused', false));
		if (fate === 'cut before' || fate === 'cut after') return Promise.reject(new NoAnswer('cut', true));
		if (fate === 'crash before' || fate === 'crash after') {
			this.#crashed = true;
			return Promise.reject(new Crash());
		}
		const good = this.#target.kind === 'pagerDuty' ? 202 : 200;
		return Promise.resolve({
			status: fate === 'busy' ? 503 : good,
			headers: {},
			body: fate === 'busy' ? '' : this.#goodBody(),
		});
	}

	#goodBody(): string {
		return this.#target.kind === 'slackWebhook' ? 'ok' : '{}';
	}

	/** Runs until nothing waits; a crash opens a new window on the same record. */
	async settle(incident: string): Promise<void> {
		for (let round = 0; round < 200; round++) {
			await this.sender.run();
			if (this.#crashed) await this.open();
			const waiting = [...(this.incidents.get(incident)?.outbox.values() ?? [])].some(
				({ state }) => state === 'waiting',
			);
			if (!waiting) return;
			this.clock.time += 61_000;
		}
		assert.fail('something still waits after 200 rounds');
	}
}

const queued = (message: string, kind: TargetKind): EventData['messageQueued'] => ({
	message,
	device: 'device',
	target: 't',
	kind,
	label: 'there',
	// Announcements are never replaced by a newer one.
	purpose: 'announce',
	audience: 'internal',
	title: `${message}!`,
	text: `${message}!`,
});

const runs = Number(process.env['OUTBOX_RUNS'] ?? 40);

suite('the sender', () => {
	for (const kind of ['slackWebhook', 'webhook', 'pagerDuty'] as const) {
		test(`${kind}: each message at least once, in order; a second one only where there is no key, and marked (${runs} sequences)`, async () => {
			const sequence = fc.array(fc.constantFrom(...fates), { maxLength: 25 });
			await fc.assert(
				fc.asyncProperty(sequence, fc.integer({ min: 1, max: 4 }), async (fateList, count) => {
					const world = new World(kind, fateList);
					await world.open();
					const down = { title: 'Down', severity: 'SEV-1', roles: [], runbook: undefined } as const;
					const incident = await world.incidents.declare(down);
					for (let index = 1; index <= count; index++)
						await world.incidents.record(incident, 'messageQueued', queued(`m${index}`, kind));
					await world.settle(incident);
					check(world, count, kind);
				}),
				{ numRuns: runs },
			);
		});
	}

	test('a target that is not connected on this machine is told, not tried', async () => {
		const world = new World('slackWebhook', []);
		await world.open();
		const incident = await world.incidents.declare({
			title: 'Down',
			severity: 'SEV-1',
			roles: [],
			runbook: undefined,
		});
		await world.incidents.record(incident, 'messageQueued', {
			...queued('m1', 'slackWebhook'),
			target: 'gone',
		});
		await world.settle(incident);
		const message = world.incidents.get(incident)?.outbox.get('m1');
		assert.deepEqual(
			[message?.state, message?.reason],
			['failed', 'it is not connected on this machine any more'],
		);
	});
});

function check({ vendor, incidents }: World, count: number, kind: TargetKind): void {
	const [state] = incidents.all;
	const sent = [...(state?.outbox.values() ?? [])].filter((message) => message.state === 'sent');
	assert.equal(sent.length, count, 'every message is known to be sent');
	const first = new Map<string, number>();
	vendor.taken.forEach(({ key, marked }, index) => {
		if (!first.has(key)) first.set(key, index);
		else assert.ok(kind !== 'pagerDuty' && (marked || kind === 'webhook'), `an unmarked second ${key}`);
	});
	const wanted = kind === 'pagerDuty' ? sent.length : count;
	assert.equal(first.size, Math.min(wanted, count), 'every message arrived');
	assert.deepEqual(
		[...first.values()],
		[...first.values()].sort((left, right) => left - right),
		'in order',
	);
}
