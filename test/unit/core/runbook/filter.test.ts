import assert from 'node:assert/strict';
import type { Severity } from '../../../../src/core/incident/model';
import {
	filterWords,
	isForRole,
	isForSeverity,
	matches,
	noFilter,
	pickableRoles,
	prune,
	type ChecklistFilter,
} from '../../../../src/core/runbook/filter';
import { nestItems } from '../../../../src/core/runbook/nest';
import { parseRunbook } from '../../../../src/core/runbook/parse';

const commander = { name: 'Incident Commander', short: 'IC' };
const technical = { name: 'Technical Lead', short: 'TL' };
const roles = [commander, technical];

suite('isForRole', () => {
	const rows: readonly (readonly [string | undefined, typeof commander, boolean])[] = [
		['IC', commander, true],
		['ic', commander, true],
		['Incident Commander', commander, true],
		['IC Decision', commander, true],
		['IC/TL', technical, true],
		['All Roles', technical, true],
		['Everyone', technical, true],
		[undefined, technical, true],
		['TL', commander, false],
		['Basic Training', commander, false],
		['Technical', technical, false],
	];
	for (const [written, role, expected] of rows)
		test(`(${written ?? 'no role'}) for ${role.short}: ${expected ? 'yes' : 'no'}`, () =>
			assert.equal(isForRole(written, role), expected));
});

suite('isForSeverity', () => {
	const rows: readonly (readonly [readonly Severity[], Severity, boolean])[] = [
		[[], 'SEV-3', true],
		[['SEV-1', 'SEV-2'], 'SEV-2', true],
		[['SEV-1', 'SEV-2'], 'SEV-3', false],
		[['SEV-1'], 'unknown', true],
	];
	for (const [severities, severity, expected] of rows)
		test(`[${severities.join(' ')}] in ${severity}: ${expected ? 'yes' : 'no'}`, () =>
			assert.equal(isForSeverity({ severities }, severity), expected));
});

suite('matches: all that is set must hold', () => {
	const rows: readonly (readonly [
		Partial<ChecklistFilter>,
		boolean,
		string | undefined,
		readonly Severity[],
		boolean,
	])[] = [
		[{}, true, 'TL', ['SEV-1'], true],
		[{ open: true }, false, 'TL', [], true],
		[{ open: true }, true, 'TL', [], false],
		[{ role: 'Incident Commander' }, false, 'IC', [], true],
		[{ role: 'Incident Commander' }, false, 'TL', [], false],
		[{ role: 'Database' }, false, 'Database', [], true],
		[{ severity: true }, false, undefined, ['SEV-1'], false],
		[{ severity: true }, false, undefined, ['SEV-3'], true],
		[{ open: true, role: 'Technical Lead', severity: true }, false, 'TL', ['SEV-3'], true],
		[{ open: true, role: 'Technical Lead', severity: true }, true, 'TL', ['SEV-3'], false],
	];
	for (const [set, done, groupRole, severities, expected] of rows) {
		const filter = { ...noFilter, ...set };
		test(`${JSON.stringify(set)}, ${done ? 'done' : 'open'}, ${groupRole ?? '-'}, [${severities.join()}]`, () =>
			assert.equal(
				matches(filter, { severity: 'SEV-3', roles }, { item: { severities }, done, groupRole }),
				expected,
			));
	}
});

suite('prune', () => {
	const { phases } = parseRunbook('# A\n- [ ] one\n  - [ ] two\n    - [ ] three\n  - [ ] four\n- [ ] five\n');
	const nodes = nestItems(phases[0]?.groups[0]?.items ?? []);
	const left = (...keep: readonly string[]): string =>
		JSON.stringify(
			prune(nodes, (item) => keep.includes(item.text)),
			(key, value: unknown) => (key === 'item' ? (value as { text: string }).text : value),
		).replace(/"item":|,"children":\[\]|"/g, '');
	test('keeps what leads to an item', () =>
		assert.equal(left('three'), '[{one,children:[{two,children:[{three}]}]}]'));
	test('keeps an item without what is below it', () => assert.equal(left('one', 'five'), '[{one},{five}]'));
	test('may keep nothing', () => assert.equal(left(), '[]'));
});

suite('words and roles', () => {
	test('what is set, in words', () => {
		const filter = { open: true, role: 'Incident Commander', severity: true };
		assert.equal(filterWords(filter, { severity: 'SEV-2', roles }), 'open, IC, for SEV-2');
		assert.equal(filterWords({ ...noFilter, role: 'Database' }, { severity: 'SEV-2', roles }), 'Database');
	});
	test('roles that only groups name can be picked too, but not “all”', () => {
		const runbook = parseRunbook(
			'# A\n## IC\n**Responsibilities**:\n- x\n## B (IC)\n- [ ] x\n## C (DBA)\n- [ ] y\n## D (All Roles)\n- [ ] z\n',
		);
		assert.deepEqual(
			pickableRoles(runbook).map(({ name }) => name),
			['IC', 'DBA'],
		);
	});
});
