import assert from 'node:assert/strict';
import { distinctNames, pathInFolder, splitFolder } from '../../../../src/core/runbook/folderPath';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { withoutScripts } from '../../../../src/core/runbook/withoutScripts';

suite('paths of other folders', () => {
	test('they hold folder and path; those of the current folder are plain', () => {
		assert.deepEqual(splitFolder(pathInFolder('api', 'docs/R.md')), { folder: 'api', path: 'docs/R.md' });
		assert.deepEqual(splitFolder('docs/R.md'), { folder: undefined, path: 'docs/R.md' });
		assert.deepEqual(splitFolder('//odd'), { folder: undefined, path: '//odd' });
	});

	test('names tell folders apart', () => {
		assert.deepEqual(distinctNames(['api', 'web', 'api', 'a/b', 'api']), [
			'api',
			'web',
			'api (2)',
			'a-b',
			'api (3)',
		]);
	});

	test('nothing of another folder can be run here', () => {
		const runbook = parseRunbook('## A\n- [ ] Run `./fix.sh`\n\n1. Do `make a`\n2. b\n```sh\n./go.sh\n```\n');
		assert.ok(runbook.scripts.length > 0);
		const bare = withoutScripts({ kind: 'loaded', runbook });
		assert.ok(bare.kind === 'loaded');
		const { phases, procedures, scripts } = bare.runbook;
		const inItems = phases.flatMap(({ groups }) =>
			groups.flatMap(({ items }) => items.map((item) => item.scripts)),
		);
		const inSteps = procedures.flatMap(({ steps }) => steps.map((step) => step.scripts));
		assert.deepEqual([scripts, ...inItems, ...inSteps].flat(), []);
		assert.deepEqual(inItems.length + inSteps.length, 3);
	});
});
