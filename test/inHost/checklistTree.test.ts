// Which rows the checklist asks VS Code to draw anew: as few as say something else, whatever the size.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { IncidentState } from '../../src/core/incident/model';
import { noFilter } from '../../src/core/runbook/filter';
import { parseRunbook } from '../../src/core/runbook/parse';
import type { ChecklistNode } from '../../src/vscode/views/checklistRows';
import { doneItems, stateWith } from '../support/incidentState';
import { print } from './runbookText';
import { ChecklistTree } from '../../src/vscode/views/checklistTree';

const text =
	'# A\n## T+0 to T+5: First\n### B\n- [ ] one\n- [ ] two\n### C\n- [ ] three\n## Last\n- [ ] four\n';
const minute = 60_000;

/** A tree over a world that the test changes. `fired` are the labels of rows drawn anew, or `everything`. */
function open(source: string) {
	const emitter = new vscode.EventEmitter<void>();
	const world = {
		loaded: { path: 'A.md', sha256: '', text: source, runbook: parseRunbook(source) },
		current: incident([]) as IncidentState | undefined,
		filter: noFilter,
		now: 0,
	};
	const onDidChange = emitter.event;
	const tree = new ChecklistTree({
		source: {
			onDidChange,
			get loaded() {
				return world.loaded;
			},
		},
		session: {
			onDidChange,
			get current() {
				return world.current;
			},
		},
		choice: {
			onDidChange,
			get filter() {
				return world.filter;
			},
		},
		documents: { onDidChange, documents: new Map(), likely: [], load: () => Promise.resolve(undefined) },
		clock: { now: () => world.now },
	});
	let fired: readonly string[] | 'everything' = [];
	tree.onDidChangeTreeData((nodes) => {
		fired = nodes?.map((node) => labelOf(tree.getTreeItem(node))) ?? 'everything';
	});
	const change = (changes: Partial<typeof world>): readonly string[] | 'everything' => {
		fired = [];
		Object.assign(world, changes);
		emitter.fire();
		return fired;
	};
	change({});
	return {
		tree,
		world,
		change,
		read: (markdown: string) => change({ loaded: { ...world.loaded, runbook: parseRunbook(markdown) } }),
	};
}

function incident(done: readonly string[]): IncidentState {
	return stateWith({ items: doneItems(done) });
}

/** Asks for every row, as an expanded view would; resolves with the items' nodes. */
async function show(tree: ChecklistTree, node?: ChecklistNode): Promise<readonly ChecklistNode[]> {
	const items: ChecklistNode[] = [];
	for (const child of await tree.getChildren(node)) {
		tree.getTreeItem(child);
		if (child.branch.kind === 'item') items.push(child);
		items.push(...(await show(tree, child)));
	}
	return items;
}

const labelOf = ({ label }: vscode.TreeItem): string => (typeof label === 'string' ? label : '');
const idOf = ({ branch }: ChecklistNode): string => (branch.kind === 'item' ? branch.tickable.id : '');

suite('Checklist rows drawn anew', () => {
	test('a tick: the item and the counts above it', async () => {
		const { tree, change } = open(text);
		const [one] = await show(tree);
		assert.ok(one);
		const fired = change({ current: incident([idOf(one)]) });
		assert.deepEqual(fired, ['Now · T+0 to T+5: First', 'B', 'one']);
		tree.dispose();
	});

	test('time passes: nothing until a state changes, then the one row', async () => {
		const { tree, change } = open(text);
		await show(tree);
		assert.deepEqual(change({ now: 4 * minute }), []);
		assert.deepEqual(change({ now: 5 * minute }), ['Late · T+0 to T+5: First']);
		assert.deepEqual(change({ now: 6 * minute }), []);
		tree.dispose();
	});

	test('an edit: what it changed; everything only when rows come or go', async () => {
		const { tree, read } = open(text);
		await show(tree);
		assert.deepEqual(read(text.replace('# A\n', '# A\n\nA paragraph.\n\n')), []);
		assert.deepEqual(read(text.replace('### C', '### C (IC)')), ['C']);
		assert.equal(read(text.replace('- [ ] two\n', '')), 'everything');
		tree.dispose();
	});

	test('after an edit above it an item is still found at its line', async () => {
		const { tree, read } = open(text);
		const [one] = await show(tree);
		read(text.replace('# A\n', '# A\n\nA paragraph.\n\n'));
		assert.ok(one?.branch.kind === 'item');
		assert.equal(one.branch.tickable.item.line, 7);
		tree.dispose();
	});

	test('a filter: everything, and ticks under it make rows go', async () => {
		const { tree, change } = open(text);
		const [one] = await show(tree);
		assert.ok(one);
		assert.deepEqual(change({ filter: { ...noFilter, open: true } }), []);
		assert.equal(change({ current: incident([idOf(one)]) }), 'everything');
		assert.equal(tree.hidden, 1);
		tree.dispose();
	});

	test('50,000 items: groups start collapsed, and a tick draws three rows', async () => {
		const groups = Array.from({ length: 500 }, (_, group) => {
			const items = Array.from({ length: 100 }, (__, item) => `- [ ] step ${group} ${item}\n`);
			return `### Group ${group}\n${items.join('')}`;
		});
		const { tree, change } = open(`# A\n## All\n${groups.join('')}`);
		const [phase] = await tree.getChildren();
		assert.ok(phase);
		tree.getTreeItem(phase);
		const rows = await tree.getChildren(phase);
		const states = new Set(rows.map((row) => tree.getTreeItem(row).collapsibleState));
		assert.deepEqual([...states], [vscode.TreeItemCollapsibleState.Collapsed]);
		const [item] = await tree.getChildren(rows[0]);
		assert.ok(item);
		tree.getTreeItem(item);
		const startedAt = performance.now();
		const fired = change({ current: incident([idOf(item)]) });
		const took = performance.now() - startedAt;
		print(`a tick among 50,000 items: ${took.toFixed(1)} ms`);
		assert.deepEqual(fired, ['All', 'Group 0', 'step 0 0']);
		tree.dispose();
	});
});
