import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldIncident } from '../../../../src/core/incident/fold';
import type { IncidentEvent } from '../../../../src/core/incident/events';
import type { IncidentState, MintedItem, RunbookReference } from '../../../../src/core/incident/model';
import { recordedIds, reviseRunbook, revisionWords } from '../../../../src/core/incident/reviseRunbook';
import { IdMint } from '../../../../src/core/runbook/itemId';
import { editItems, randomFrom, type TrackedItem } from '../../../support/editSession';
import { EventWriter } from '../../../support/incidentEvents';

/** A runbook as a reader sees it: ids from the words. */
function read(
	texts: readonly (string | MintedItem)[],
	sha256 = texts.map(textOf).join('|'),
): RunbookReference {
	const mint = new IdMint();
	const items = texts.map((item) => ({
		id: mint.mint(textOf(item), textOf(item)),
		text: textOf(item),
		path: typeof item === 'string' ? ['Start'] : item.path,
	}));
	return { path: 'RUNBOOK.md', sha256, items };
}

function textOf(item: string | MintedItem): string {
	return typeof item === 'string' ? item : item.text;
}

/** The record of one incident whose runbook is edited again and again. */
class Edited {
	readonly #writer = new EventWriter();
	readonly #events: IncidentEvent[];

	constructor(runbook: RunbookReference) {
		this.#events = [this.#writer.declare({ runbook })];
	}

	get state(): IncidentState {
		const state = foldIncident(this.#events);
		assert.ok(state);
		return state;
	}

	revise(after: RunbookReference) {
		const revision = reviseRunbook(this.state, after);
		if (revision) this.#events.push(this.#writer.write('runbookRevised', revision.data));
		return revision;
	}

	ids(): readonly string[] {
		return this.state.runbook?.items.map(({ id }) => id) ?? [];
	}
}

const words = ['Check the pool', 'Page the database team', 'Freeze all deploys', 'Tell the courier desk'];

suite('reviseRunbook', () => {
	test('the same text, another runbook, and no runbook are no revision', () => {
		const { state } = new Edited(read(words));
		assert.equal(reviseRunbook(state, read(words)), undefined);
		assert.equal(reviseRunbook(state, { ...read(['x']), path: 'OTHER.md' }), undefined);
		assert.equal(reviseRunbook({ ...state, runbook: undefined }, read(['x'])), undefined);
	});

	test('a reworded item keeps its id, and carries the one a reader computes', () => {
		const edited = new Edited(read(words));
		const [first] = edited.ids();
		const after = read(['Check the connection pool', ...words.slice(1)]);
		const revision = edited.revise(after);
		assert.deepEqual(edited.ids().slice(0, 1), [first]);
		assert.equal(edited.state.runbook?.items[0]?.as, after.items[0]?.id);
		assert.equal(recordedIds(edited.state, after).get(after.items[0]?.id ?? ''), first);
		assert.deepEqual([revision?.kept, revision?.added.length, revision?.removed.length], [4, 0, 0]);
	});

	test('one of two equal lines removed: the other keeps its own tick', () => {
		const twins = ['Check the pool', 'Call the desk', 'Check the pool', 'Freeze all deploys'];
		const edited = new Edited(read(twins));
		const [, , second] = edited.ids();
		// The line that is left is computed the id of the one that went.
		edited.revise(read(twins.slice(1)));
		assert.deepEqual(edited.ids()[1], second);
	});

	test('a new item whose computed id is taken gets a fresh one', () => {
		const edited = new Edited(read(words));
		const [first] = edited.ids();
		edited.revise(read(['Check the connection pool', ...words.slice(1)]));
		const after = read(['Check the connection pool', ...words.slice(1), 'Check the pool']);
		edited.revise(after);
		assert.equal(edited.ids()[0], first);
		assert.equal(edited.ids()[4], `${after.items[4]?.id ?? ''}~2`);
	});

	test('a checkout away and back gives every item its own id again', () => {
		const edited = new Edited(read(words));
		const before = edited.ids();
		edited.revise(read(words.slice(0, 2)));
		assert.equal(edited.state.removedItems.length, 2);
		const back = edited.revise(read(words));
		assert.deepEqual([edited.ids(), back?.returned.length, back?.added.length], [before, 2, 0]);
		assert.deepEqual(edited.state.removedItems, []);
	});

	test('in one line for the person', () => {
		const revision = new Edited(read(words)).revise(
			read([...words.slice(1), 'Open the bridge', 'Warn the press']),
		);
		assert.ok(revision);
		assert.equal(
			revisionWords(revision),
			'RUNBOOK.md was edited: 3 items kept, 1 removed, 2 added. Ticks stay with their items.',
		);
	});

	test('whatever the edits: ids are unique, an old one is kept or removed, and reading finds them', () => {
		const sessions = fc.record({
			seed: fc.nat(),
			edits: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
		});
		fc.assert(
			fc.property(sessions, ({ seed, edits }) => {
				const random = randomFrom(seed);
				let items: readonly TrackedItem[] = [...words, ...words.slice(0, 2)].map((text, index) => ({
					id: '',
					origin: String(index),
					text,
					path: [index < 3 ? 'Start' : 'Then'],
				}));
				const edited = new Edited(read(items));
				edits.forEach((count, round) => {
					items = editItems(items, count, random);
					const [before, after] = [edited.state, read(items, `round ${round}`)];
					const shown = recordedIds(before, after);
					const old = [...edited.ids(), ...before.removedItems.map(({ id }) => id)];
					edited.revise(after);
					const now = new Set(edited.ids());
					const gone = edited.state.removedItems.map(({ id }) => id);
					assert.equal(now.size, after.items.length);
					for (const id of old) assert.ok(now.has(id) !== gone.includes(id), id);
					assert.deepEqual(recordedIds(edited.state, after), shown);
					assert.deepEqual(
						after.items.map(({ id }) => shown.get(id) ?? id),
						edited.ids(),
					);
				});
			}),
			{ numRuns: 50 },
		);
	});
});
