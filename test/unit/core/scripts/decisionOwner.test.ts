import assert from 'node:assert/strict';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { decisionOwner } from '../../../../src/core/scripts/decisionOwner';

suite('decisionOwner', () => {
	const runbook = parseRunbook(
		[
			'# R',
			'## Roles',
			'### Incident Commander (IC)',
			'**Responsibilities**:',
			'- Leads',
			'## Decision Making Framework',
			'### Rollback Decisions (IC Authority)',
			'**Immediate Rollback**:',
			'- Down',
			'### Feature Flag Decisions (Technical Lead)',
			'**Emergency Disable**:',
			'- New feature',
		].join('\n'),
	);
	const cases: readonly (readonly [title: string, text: string, owner: string | undefined])[] = [
		['Emergency rollback', 'python x.py', 'Incident Commander'],
		['Undo', 'python rollback_mechanisms.py emergency', 'Incident Commander'],
		['Roll back the shop', './x', 'Incident Commander'],
		['Rolling-back', './x', 'Incident Commander'],
		['Disable a feature flag', './flags.sh off', 'Technical Lead'],
		['Feature list', './x', undefined],
		['Restart', 'systemctl restart x', undefined],
	];
	for (const [title, text, owner] of cases)
		test(`${title}: ${owner ?? 'nobody'}`, () =>
			assert.equal(decisionOwner({ title, text }, runbook), owner));
});
