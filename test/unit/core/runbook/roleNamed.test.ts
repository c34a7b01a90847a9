import assert from 'node:assert/strict';
import { roleNamed } from '../../../../src/core/runbook/roleNamed';

const role = (name: string, short?: string) => ({
	name,
	short,
	responsibilities: [],
	who: undefined,
	escalation: undefined,
	line: 1,
});
const roles = [
	role('Incident Commander', 'IC'),
	role('Technical Lead', 'Scribe'),
	role('Communications Lead'),
	role('Community Lead'),
];

suite('roleNamed', () => {
	const cases: readonly (readonly [typed: string, expected: string])[] = [
		['ic', 'Incident Commander'],
		['incident  COMMANDER', 'Incident Commander'],
		['scribe', 'Technical Lead'],
		['tech lead', 'Technical Lead'],
		['comms lead', 'comms lead'],
		['comm lead', 'comm lead'],
		['commun lead', 'commun lead'],
		['communic lead', 'Communications Lead'],
		['lead', 'lead'],
		['Driver', 'Driver'],
		['', ''],
	];
	for (const [typed, expected] of cases)
		test(`“${typed}”`, () => assert.equal(roleNamed(roles, typed), expected));
});
