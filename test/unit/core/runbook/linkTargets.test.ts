import assert from 'node:assert/strict';
import { linkedDocuments } from '../../../../src/core/runbook/linkTargets';

suite('linkedDocuments', () => {
	const rows: readonly (readonly [string, string, string])[] = [
		['TRIAGE.md', 'RUNBOOK.md', 'TRIAGE.md'],
		['./TRIAGE.md#pool', 'docs/RUNBOOK.md', 'docs/TRIAGE.md'],
		['../TRIAGE.md', 'docs/RUNBOOK.md', 'TRIAGE.md'],
		['/ops/TRIAGE.md', 'docs/RUNBOOK.md', 'ops/TRIAGE.md'],
		['My%20list.md', 'RUNBOOK.md', 'My list.md'],
		['100%.md', 'RUNBOOK.md', '100%.md'],
		['../../outside.md', 'docs/RUNBOOK.md', ''],
		['%2e%2e/%2e%2e/outside.md', 'docs/RUNBOOK.md', ''],
		['..\\outside.md', 'docs/RUNBOOK.md', ''],
		['//host/share.md', 'RUNBOOK.md', ''],
		['https://example.com/a.md', 'RUNBOOK.md', ''],
		['file:///etc/a.md', 'RUNBOOK.md', ''],
		['scripts/health.sh', 'RUNBOOK.md', ''],
		['#anchor', 'RUNBOOK.md', ''],
		['RUNBOOK.md#top', 'RUNBOOK.md', ''],
	];
	for (const [target, document, expected] of rows)
		test(`${target} in ${document}: ${expected || 'nothing'}`, () => {
			const link = { text: 'x', target, resolved: undefined, line: 1 };
			assert.deepEqual(linkedDocuments([link, link], document), expected === '' ? [] : [expected]);
		});
});
