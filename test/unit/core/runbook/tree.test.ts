import assert from 'node:assert/strict';
import type { IncidentState, Severity } from '../../../../src/core/incident/model';
import { noFilter } from '../../../../src/core/runbook/filter';
import type { LinkedDocument } from '../../../../src/core/runbook/linkedDocument';
import type { Runbook } from '../../../../src/core/runbook/model';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { rowWords, type RowFacts } from '../../../../src/core/runbook/rowWords';
import { buildTree, sameShape, type Branch, type TreeInput } from '../../../../src/core/runbook/tree';
import { doneItems, stateWith } from '../../../support/incidentState';

const minute = 60_000;
const text = `# Response
### T+0 to T+5: Start
#### Command (IC)
- [ ] **Declare**: in the channel
- [ ] **Triage**: see [TRIAGE.md](./TRIAGE.md)
#### Look (Lead)
- [ ] **Check**: the pool
## Afterwards
### Follow-up (Within 24 hours of resolution)
- [ ] **Write**: it down
`;

const loaded = (source: string): LinkedDocument => ({ kind: 'loaded', runbook: parseRunbook(source) });
const triage = loaded('# Triage\n## Us?\n- [ ] Health, see [RUNBOOK.md](RUNBOOK.md)\n');

function input(change: Partial<TreeInput> = {}): TreeInput {
	return {
		path: 'RUNBOOK.md',
		runbook: parseRunbook(text),
		plainIds: 'RUNBOOK.md',
		recordedAs: new Map(),
		documents: new Map(),
		others: [],
		filter: noFilter,
		severity: 'unknown',
		isDone: () => false,
		...change,
	};
}

function incident(
	change: { done?: readonly string[]; resolvedAt?: number; severity?: Severity } = {},
): IncidentState {
	const { done = [], resolvedAt, severity = 'SEV-3' } = change;
	return stateWith({
		severity,
		milestones: new Map([['declaredAt', 0], ...(resolvedAt ? [['resolvedAt', resolvedAt] as const] : [])]),
		items: doneItems(done, 60_000),
	});
}

const at = (now: number, state: IncidentState | undefined = incident()): RowFacts => ({
	state,
	now: now * minute,
	time: (instant) => `t${instant / minute}`,
});

/** No incident. */
const calm: RowFacts = { ...at(3), state: undefined };

/** Every row as `label | description`, indented by its depth. */
function rows(branches: readonly Branch[], facts: RowFacts, indent = ''): readonly string[] {
	return branches.flatMap((branch) => {
		const { label, description, icon } = rowWords(branch, facts);
		const line = `${indent}${label}${description && ` | ${description}`}${icon ? ` [${icon}]` : ''}`;
		return [line, ...rows(branch.children, facts, `${indent}  `)];
	});
}

const keys = (branches: readonly Branch[]): readonly string[] =>
	branches.flatMap(({ key, children }) => [key, ...keys(children)]);
const ids = (branches: readonly Branch[]): readonly string[] =>
	branches.flatMap((branch) => [
		...(branch.kind === 'item' ? [branch.tickable.id] : []),
		...ids(branch.children),
	]);

suite('checklist rows', () => {
	test('without an incident: windows, roles and counts, no states', () => {
		assert.deepEqual(rows(buildTree(input()).branches, calm).slice(0, 4), [
			'T+0 to T+5: Start | 0/3',
			'  Command | IC · 0/2',
			'    Declare | in the channel',
			'    Triage | see TRIAGE.md',
		]);
	});

	test('in its time a phase says so first, then what is ahead', () => {
		const shown = rows(buildTree(input()).branches, at(3));
		assert.equal(shown[0], 'Now · T+0 to T+5: Start | 0/3 · now, until t5 [now]');
		assert.ok(
			shown.at(-2)?.includes('ahead, after resolution · within 24 h of resolution [ahead]'),
			shown.at(-2),
		);
	});

	test('over with work left, over without, and left when resolved', () => {
		const { branches } = buildTree(input());
		const first = (facts: RowFacts): string | undefined => rows(branches, facts)[0];
		assert.equal(first(at(5)), 'Late · T+0 to T+5: Start | 0/3 · late since t5 [late]');
		assert.equal(first(at(5, incident({ done: ids(branches) }))), 'T+0 to T+5: Start | 3/3 · done [done]');
		const over = at(9, incident({ resolvedAt: 8 * minute }));
		assert.equal(first(over), 'T+0 to T+5: Start | 0/3 · left open [left]');
		assert.ok(rows(branches, over).some((row) => row.includes('now, until t1448')));
	});
});

suite('items', () => {
	/** The first item of the runbook, changed. */
	function withItem(change: object): Runbook {
		const runbook = parseRunbook('# A\n## B\n- [ ] **Warn**: the desk\n- [ ] **Other**\n');
		const [phase] = runbook.phases;
		const [group] = phase?.groups ?? [];
		assert.ok(phase && group);
		const items = group.items.map((item, index) => (index === 0 ? { ...item, ...change } : item));
		return { ...runbook, phases: [{ ...phase, groups: [{ ...group, items }] }] };
	}
	const shown = (change: object, facts: RowFacts): readonly string[] =>
		rows(buildTree(input({ runbook: withItem(change) })).branches, facts).slice(0, 2);

	test('due times', () => {
		assert.equal(shown({ dueMin: 15 }, calm)[1], '  Warn | due T+15 · the desk');
		assert.equal(shown({ dueMin: 15 }, at(3))[1], '  Warn | due t15 · the desk');
		assert.equal(shown({ dueMin: 15 }, at(16))[1], '  Warn | late, was due t15 · the desk [late]');
	});

	test('severities: for some only, or not for this one, which does not count', () => {
		const some = { severities: ['SEV-1', 'SEV-2'], dueMin: 1 };
		assert.deepEqual(shown(some, calm), ['B | 0/2', '  Warn | due T+1 · for SEV-1/SEV-2 only · the desk']);
		assert.deepEqual(shown(some, at(3)), ['B | 0/1', '  Warn | not for SEV-3 · the desk [foreign]']);
		assert.deepEqual(shown(some, at(3, incident({ severity: 'SEV-2' })))[0], 'B | 0/2');
	});
});

suite('tree', () => {
	test('keys are unique, and the same after an edit above', () => {
		const before = keys(buildTree(input()).branches);
		assert.equal(new Set(before).size, before.length);
		const after = parseRunbook(text.replace('# Response\n', '# Response\n\nNew paragraph.\n\n'));
		assert.deepEqual(keys(buildTree(input({ runbook: after })).branches), before);
	});

	test('repeated titles stay apart', () => {
		const runbook = parseRunbook('# A\n## B\n- [ ] x\n## B\n- [ ] x\n');
		const found = keys(buildTree(input({ runbook })).branches);
		assert.equal(new Set(found).size, found.length);
	});

	test('a filter hides items and empty groups, and counts what it hides; progress stays', () => {
		const filter = { ...noFilter, role: 'Lead' };
		const { branches, hidden } = buildTree(input({ filter }));
		assert.deepEqual(rows(branches, calm).slice(0, 3), [
			'T+0 to T+5: Start | 0/3',
			'  Look | Lead · 0/1',
			'    Check | the pool',
		]);
		assert.equal(hidden, 2);
	});

	test('a linked document: unread, read below its item, with ids of its own, and not deeper', () => {
		const unread = buildTree(input());
		assert.ok(keys(unread.branches).some((key) => key.endsWith('>TRIAGE.md')));
		const read = buildTree(input({ documents: new Map([['TRIAGE.md', triage]]) }));
		const inside = ids(read.branches).filter((id) => id.startsWith('TRIAGE.md#health'));
		assert.equal(inside.length, 1);
		assert.ok(!keys(read.branches).some((key) => key.includes('>RUNBOOK.md')));
		assert.ok(sameShape(unread.branches, read.branches), 'nobody has seen below an unread document');
		const other = loaded('# T\n- [ ] other\n');
		assert.ok(
			!sameShape(read.branches, buildTree(input({ documents: new Map([['TRIAGE.md', other]]) })).branches),
		);
	});

	test('a linked document that is missing or has no tasks says so', () => {
		const problem = { kind: 'problem', message: 'TRIAGE.md cannot be read: there is no such file.' } as const;
		const say = (document: LinkedDocument): readonly string[] =>
			rows(buildTree(input({ documents: new Map([['TRIAGE.md', document]]) })).branches, at(3)).filter(
				(row) => row.startsWith('        '),
			);
		assert.deepEqual(say(problem), ['        TRIAGE.md cannot be read: there is no such file. [message]']);
		assert.deepEqual(say(loaded('# T\n')), ['        TRIAGE.md has no checklist. [message]']);
	});

	test('numbered steps come after the phases and can be ticked', () => {
		const runbook = parseRunbook('# A\n## B\n- [ ] x\n## Hand over\n1. **Brief**: them\n2. Leave\n');
		const { branches } = buildTree(input({ runbook }));
		const [, first = ''] = ids(branches);
		assert.deepEqual(rows(branches, at(3, incident({ done: [first] }))).slice(2), [
			'Procedures [procedures]',
			'  Hand over | 1/2',
			'    Brief | them',
			'    Leave',
		]);
	});

	test('other runbooks come last; this one is not among them', () => {
		const shown = rows(buildTree(input({ others: ['RUNBOOK.md', 'ops/OLD.md'] })).branches, at(3));
		assert.deepEqual(shown.slice(-2), ['Other runbooks [other]', '  OLD.md | ops/OLD.md [other]']);
	});

	test('documents that only the prose links are there to open, too; missing and other ones are not', () => {
		const more =
			'\n## More\n- [Undo](UNDO.md)\n- [Old](OLD.md)\n- [Us](TRIAGE.md) and [web](https://a.b/c.md)\n- [Gone](GONE.md)\n';
		const exists = (path: string): boolean => path !== 'GONE.md';
		const runbook = parseRunbook(text + more, { exists });
		const documents = new Map([['UNDO.md', loaded('# Undo\n## How\n- [ ] back\n')]]);
		const { branches } = buildTree(input({ runbook, documents, others: ['OLD.md'] }));
		assert.deepEqual(rows(branches, at(3)).slice(-6), [
			'Linked documents [other]',
			'  Undo | 0/1 · UNDO.md [other]',
			'    How | 0/1',
			'      back',
			'Other runbooks [other]',
			'  OLD.md | OLD.md [other]',
		]);
	});

	test('runbooks of other folders say whose they are, and are recorded under it', () => {
		const others = ['RUNBOOK.md', '//api/RUNBOOK.md'];
		const documents = new Map([['//api/RUNBOOK.md', loaded('# Api\n## Go\n- [ ] a\n')]]);
		const { branches } = buildTree(input({ others, documents }));
		assert.deepEqual(rows(branches, at(3)).slice(-4), [
			'Other runbooks [other]',
			'  Api | 0/1 · api: RUNBOOK.md [other]',
			'    Go | 0/1',
			'      a',
		]);
		assert.match(ids(branches).at(-1) ?? '', /^\/\/api\/RUNBOOK\.md#a-/);
	});

	test('ids are plain in the runbook of the incident, wherever it is shown', () => {
		const found = ids(buildTree(input({ plainIds: 'OLD.md' })).branches);
		assert.ok(found.every((id) => id.startsWith('RUNBOOK.md#')));
	});
});
