import assert from 'node:assert/strict';
import { dryRunDocument } from '../../../../src/core/scripts/dryRun';
import type { PreviewFacts } from '../../../../src/core/scripts/preview';

const facts: PreviewFacts = {
	title: 'Roll back',
	text: 'rollback <version>\n',
	language: 'bash',
	effect: 'change',
	because: '“rollback” changes things',
	command: ['bash', '/x.script'],
	cwd: '/work/shop/ops',
	environment: [],
	filled: [],
	warnings: [],
	incident: undefined,
	owner: undefined,
	sha256: 'f00',
	timeoutMs: 300_000,
	keepsOutput: true,
};

test('dryRunDocument: each script as its preview shows it, gaps and refusals named', () => {
	const text = dryRunDocument([
		{ kind: 'would', facts, byLine: true, gaps: ['version'] },
		{ kind: 'refused', title: 'Outside', reason: 'It is to run in “..”.' },
	]);
	assert.match(text, /^Dry run: nothing was started\.\n\n# Roll back\n/);
	assert.match(
		text,
		/\n- SHA-256: `f00`\n- Asked for when it runs: version\n- On request its commands run one by one/,
	);
	assert.ok(text.endsWith('\n# Outside\n\n> ⚠ It is to run in “..”.\n'), text);
});
