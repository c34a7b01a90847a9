// The Emergency Scripts view as VS Code is told of it: which rows, which menus, and when it is drawn anew.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { IncidentState, RunState } from '../../src/core/incident/model';
import { parseRunbook } from '../../src/core/runbook/parse';
import { sha256 } from '../../src/node/identity';
import { ScriptsTree } from '../../src/vscode/views/scriptsTree';
import { stateWith } from '../support/incidentState';

const text = '# A\n## Fix it\n```bash\n# Check the pool\nbash pool.sh\n\n# Roll back\nbash back.sh\n```\n';

function open() {
	const emitter = new vscode.EventEmitter<void>();
	const runbook = parseRunbook(text, { findScript: (path) => (path === 'back.sh' ? undefined : path) });
	const world = { current: stateWith() as IncidentState | undefined, now: 0 };
	const tree = new ScriptsTree({
		source: { onDidChange: emitter.event, loaded: { path: 'A.md', sha256: '', text, runbook } },
		session: {
			onDidChange: emitter.event,
			get current() {
				return world.current;
			},
		},
		clock: { now: () => world.now },
		sha256,
	});
	let drawn = 0;
	tree.onDidChangeTreeData(() => drawn++);
	const change = (changes: Partial<typeof world>): number => {
		drawn = 0;
		Object.assign(world, changes);
		emitter.fire();
		return drawn;
	};
	return { tree, change };
}

const passed: RunState = {
	...{ title: 'Check the pool', sha256: sha256('# Check the pool\nbash pool.sh\n'), effect: 'check' },
	...{ item: undefined, startedAt: 0, by: 'ana', writer: 'w' },
	...{ outcome: { kind: 'exited', exitCode: 0 }, finishedAt: 0, output: undefined },
};

suite('Emergency Scripts view', () => {
	test('a heading, and below it what can be run; the missing one says so', () => {
		const { tree, change } = open();
		change({});
		const [section] = tree.getChildren();
		assert.ok(section);
		const { label, collapsibleState, contextValue } = tree.getTreeItem(section);
		assert.deepEqual(
			[label, collapsibleState, contextValue],
			['Fix it', vscode.TreeItemCollapsibleState.Expanded, 'section'],
		);
		const items = tree.getChildren(section).map((row) => tree.getTreeItem(row));
		assert.deepEqual(
			items.map((item) => [item.contextValue, (item.iconPath as vscode.ThemeIcon).id, item.description]),
			[
				['script', 'search', 'Only reads · bash pool.sh'],
				['script', 'warning', 'MISSING: back.sh · CHANGES THINGS · bash back.sh'],
			],
		);
		tree.dispose();
	});

	test('it is drawn anew for a result, and for the clock only when a word changes', () => {
		const { tree, change } = open();
		assert.equal(change({}), 1);
		assert.equal(change({ current: stateWith({ runs: new Map([['r', passed]]) }) }), 1);
		assert.equal(change({ now: 30_000 }), 0);
		assert.equal(change({ now: 60_000 }), 1);
		tree.dispose();
	});

	test('a row is what Copy Text and Show Text are invoked on', async () => {
		const { tree, change } = open();
		change({});
		const [row] = tree.getChildren(tree.getChildren()[0]);
		await vscode.commands.executeCommand('runbookResponse.copyText', row);
		assert.equal(await vscode.env.clipboard.readText(), '# Check the pool\nbash pool.sh\n');
		tree.dispose();
	});
});
