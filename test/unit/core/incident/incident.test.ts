import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EventData, EventType, IncidentEvent } from '../../../../src/core/incident/events';
import { findItem } from '../../../../src/core/incident/findItem';
import { foldIncident } from '../../../../src/core/incident/fold';
import { compareHlc, nextHlc } from '../../../../src/core/incident/hlc';
import { isIncidentId, mintIncidentId } from '../../../../src/core/incident/incidentId';
import { decodeLine, encodeLine } from '../../../../src/core/incident/line';
import { parseSeverity } from '../../../../src/core/incident/severity';

let count = 0;
function event<T extends EventType>(type: T, data: EventData[T], at = ++count): IncidentEvent {
	const id = (++count).toString(16).padStart(32, '0');
	return {
		v: 1,
		id,
		incident: 'inc-1',
		writer: 'w',
		seq: count,
		hlc: [at, 0],
		at,
		by: 'Dana',
		type,
		data,
	} as IncidentEvent;
}

const declared = event(
	'declared',
	{ title: 'Down', severity: 'SEV-2', roles: [{ role: 'IC', person: 'Dana' }], runbook: undefined },
	10,
);
const story: readonly IncidentEvent[] = [
	declared,
	event('itemDone', { item: 'a', text: 'Alpha' }, 20),
	event('itemReopened', { item: 'a', text: 'Alpha' }, 30),
	event('itemDone', { item: 'b', text: 'Beta' }, 31),
	event('severityChanged', { severity: 'SEV-1' }, 40),
	event('roleAssigned', { role: 'IC', person: 'Kim' }, 41),
	event('noteAdded', { text: 'Saw it earlier', happenedAt: 5 }, 50),
	event('scriptStarted', { run: 'r', title: 'Check', sha256: 'x' }, 60),
	event(
		'scriptFinished',
		{ run: 'r', title: 'Check', sha256: 'x', outcome: { kind: 'exited', exitCode: 1 } },
		61,
	),
	event('resolved', { summary: 'Rolled back' }, 70),
];

suite('foldIncident', () => {
	test('tells what is true now', () => {
		const state = foldIncident(story);
		assert.ok(state);
		assert.deepEqual(
			[state.title, state.severity, state.status, state.roles.get('IC')],
			['Down', 'SEV-1', 'resolved', 'Kim'],
		);
		assert.deepEqual([state.items.get('a')?.done, state.items.get('b')?.done], [false, true]);
		assert.deepEqual(
			[...state.milestones],
			[
				['declaredAt', 10],
				['resolvedAt', 70],
			],
		);
	});

	test('tells the story, a late note at its own time', () => {
		assert.deepEqual(
			foldIncident(story)?.timeline.map(({ kind, text }) => `${kind} ${text}`),
			[
				'note Saw it earlier',
				'milestone Declared: Down (SEV-2)',
				'item Done: Alpha',
				'item Not done after all: Alpha',
				'item Done: Beta',
				'milestone Severity is now SEV-1',
				'role IC: Kim',
				'script Started script: Check',
				'script Exit 1 (failed): Check',
				'milestone Resolved: Rolled back',
			],
		);
	});

	test('does not care about order or repetition', () => {
		const expected = foldIncident(story);
		fc.assert(
			fc.property(fc.shuffledSubarray([...story, ...story], { minLength: 20, maxLength: 20 }), (events) => {
				assert.deepEqual(foldIncident(events), expected);
			}),
			{ numRuns: 200 },
		);
	});

	test('is nothing without a declaration', () => assert.equal(foldIncident(story.slice(1)), undefined));
});

suite('record lines', () => {
	test('every event comes back as it was', () => {
		for (const one of story)
			assert.deepEqual(decodeLine(encodeLine(one)), {
				kind: 'event',
				event: JSON.parse(JSON.stringify(one)) as unknown,
			});
	});
	test('a type from a newer version is kept as unknown', () => {
		const line = encodeLine({ ...declared, type: 'teleported' } as unknown as IncidentEvent);
		const found = decodeLine(line);
		assert.ok(found.kind === 'event' && found.event.type === 'unknown');
		assert.equal(found.event.originalType, 'teleported');
	});
	test('a line cut at any byte, or with any byte changed, is damaged and not something else', () => {
		const line = encodeLine(declared);
		for (let index = 1; index < line.length; index++) {
			assert.equal(decodeLine(line.slice(0, index)).kind, 'damaged');
			const changed = line.slice(0, index) + (line[index] === 'x' ? 'y' : 'x') + line.slice(index + 1);
			assert.equal(decodeLine(changed).kind, 'damaged');
		}
	});
	test('a whole line behind a torn one is saved', () => {
		const line = encodeLine(declared);
		assert.equal(decodeLine(line.slice(0, 40) + line).kind, 'event');
	});
	test('carriage returns, NULs and a byte order mark do no harm', () => {
		assert.equal(decodeLine(`\uFEFF${encodeLine(declared)}\r`).kind, 'event');
		assert.equal(decodeLine(`\0\0${encodeLine(declared)}\0`).kind, 'event');
		assert.equal(decodeLine('\r').kind, 'blank');
	});
	test('anything at all does not throw', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => void decodeLine(text)),
			{ numRuns: 300 },
		);
	});
});

suite('nextHlc', () => {
	test('always later than what was seen, wherever the clock stands', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat(), fc.nat(), (time, counter, now) => {
				assert.ok(compareHlc(nextHlc([time, counter], now), [time, counter]) > 0);
			}),
		);
	});
});

suite('parseSeverity', () => {
	const cases: readonly (readonly [string, string | undefined])[] = [
		['SEV-1', 'SEV-1'],
		['sev1', 'SEV-1'],
		['Sev 2', 'SEV-2'],
		['Severity 3', 'SEV-3'],
		['P1', 'SEV-1'],
		['unknown', 'unknown'],
		['', 'unknown'],
		['S3', undefined],
		['P95', undefined],
		['urgent', undefined],
	];
	for (const [text, expected] of cases) test(`“${text}”`, () => assert.equal(parseSeverity(text), expected));
});

suite('incident ids', () => {
	const now = Date.UTC(2026, 10, 23, 3, 14);
	test('say when and what', () =>
		assert.equal(mintIncidentId('Checkout: errors!', now, new Set()), 'inc-20261123-0314-checkout-errors'));
	test('never come twice', () => {
		const taken = new Set(['inc-20261123-0314-x', 'inc-20261123-0314-x-2']);
		assert.equal(mintIncidentId('x', now, taken), 'inc-20261123-0314-x-3');
	});
	test('are safe folder names, whatever the title', () => {
		fc.assert(
			fc.property(fc.string(), (title) => assert.ok(isIncidentId(mintIncidentId(title, now, new Set())))),
		);
	});
	for (const name of ['..', 'a/b', 'A', '.git', ''])
		test(`not an id: “${name}”`, () => assert.ok(!isIncidentId(name)));
});

suite('findItem', () => {
	const list = ['declare-1111', 'declare-bridge-2222', 'status-3333'].map((id) => ({
		id,
		text: `Text of ${id}`,
		path: [],
	}));
	test('by id, by its beginning, by a part of the text', () => {
		assert.equal(findItem(list, 'declare-1111').id, 'declare-1111');
		assert.equal(findItem(list, 'STATUS').id, 'status-3333');
		assert.equal(findItem(list, 'of declare-b').id, 'declare-bridge-2222');
	});
	test('says which ones fit', () =>
		assert.throws(() => findItem(list, 'declare'), /fits several items: declare-1111, declare-bridge-2222/));
	test('says when none fits', () => assert.throws(() => findItem(list, 'zzz'), /No item/));
	test('nothing fits nothing', () => assert.throws(() => findItem(list, ' '), /No item/));
});
