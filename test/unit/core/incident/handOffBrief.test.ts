import assert from 'node:assert/strict';
import { foldIncident } from '../../../../src/core/incident/fold';
import { handOffBrief } from '../../../../src/core/incident/handOffBrief';
import type { EventData, IncidentEvent } from '../../../../src/core/incident/events';
import { EventWriter } from '../../../support/incidentEvents';

const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 3, 0);

/** Events a minute apart from 03:00 on. */
function brief(events: (writer: EventWriter) => readonly IncidentEvent[], role = 'IC', minutes = 45): string {
	const state = foldIncident(
		events(new EventWriter()).map((event, index) => ({ ...event, at: start + index * minute })),
	);
	assert.ok(state);
	return handOffBrief(state, { role, to: 'kim', now: start + minutes * minute });
}

const runbook: EventData['declared']['runbook'] = {
	path: 'R.md',
	sha256: 'x',
	items: ['a', 'b', 'c'].map((id) => ({ id, text: `Item ${id}`, path: [] })),
};

suite('handOffBrief', () => {
	test('where it stands, what happened, what is left', () => {
		const text = brief((writer) => [
			writer.declare({ title: 'Doors stay closed', runbook, roles: [{ role: 'IC', person: 'ana' }] }),
			writer.write('noteAdded', { text: 'pool exhausted', happenedAt: undefined }),
			writer.write('itemDone', { item: 'a', text: 'Item a' }),
			writer.write('itemStarted', { item: 'c', text: 'Item c' }),
			writer.write('hypothesisAdded', { text: 'the pool' }),
		]);
		assert.equal(
			text,
			`# Hand-off of IC to kim

Doors stay closed

## Where it stands

- SEV-2, investigating
- Declared 2026-11-23 03:00 UTC, 45 min ago
- When the impact started is not known
- Not mitigated
- Incident inc-1

## Who does what

- IC: ana

## What happened since the declaration, 03:00 UTC

- 03:00 Declared: Doors stay closed (SEV-2) (ana)
- 03:01 pool exhausted (ana)
- 03:02 Done: Item a (ana)
- 03:03 Started: Item c (ana)
- 03:04 Hypothesis: the pool (ana)

## Hypotheses

- open: the pool

## Left to do

- Item c (started)
- Item b
`,
		);
	});

	test('begins where the role last changed hands, and leaves out what was taken back', () => {
		const text = brief((writer) => {
			const wrong = writer.write('noteAdded', { text: 'wrong', happenedAt: undefined });
			return [
				writer.declare({ roles: [{ role: 'IC', person: 'ana' }] }),
				writer.write('noteAdded', { text: 'early', happenedAt: undefined }),
				writer.write('roleAccepted', { role: 'IC', person: 'lee', offer: undefined }),
				writer.write('noteAdded', { text: 'late', happenedAt: undefined }),
				wrong,
				writer.write('undone', { of: wrong.id, text: 'x' }),
			];
		});
		assert.match(text, /since the last hand-off, 03:02 UTC/);
		assert.match(text, /- 03:03 late/);
		assert.doesNotMatch(text, /early|wrong/);
	});

	test('texts of the record stay texts: no heading, link or line of their own', () => {
		const text = brief((writer) => [
			writer.declare({ title: '# [x](command:evil)\n# y' }),
			writer.write('noteAdded', { text: 'a\n\n## b <b>', happenedAt: undefined }),
		]);
		assert.deepEqual(text.match(/^#.*/gm), [
			'# Hand-off of IC to kim',
			'## Where it stands',
			'## What happened since the declaration, 03:00 UTC',
		]);
		assert.doesNotMatch(text, /[^\\]\[x|<b>$/m);
	});

	test('a long checklist is counted, not listed', () => {
		const items = Array.from({ length: 40 }, (_, index) => ({
			id: `i${index}`,
			text: `Step ${index}`,
			path: [],
		}));
		const text = brief((writer) => [writer.declare({ runbook: { path: 'R.md', sha256: 'x', items } })]);
		assert.match(text, /- Step 24\n- and 15 more in the checklist\n$/);
	});
});
