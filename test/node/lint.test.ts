import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lintTargets } from '../../src/cli/lintPaths';

suite('lint paths on disk', () => {
	let root = '';
	suiteSetup(() => {
		root = mkdtempSync(path.join(tmpdir(), 'lint-'));
		for (const file of [
			'repo/.git/HEAD',
			'repo/docs/a.md',
			'repo/docs/deep/b.MD',
			'repo/run.sh',
			'repo/node_modules/x/c.md',
			'alone/d.md',
		]) {
			mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
			writeFileSync(path.join(root, file), 'x');
		}
	});
	suiteTeardown(() => rmSync(root, { recursive: true, force: true }));

	test('a folder is searched, without dependencies; files are seen from the repository', async () => {
		const targets = await lintTargets(path.join(root, 'repo'), ['docs', 'docs/a.md']);
		assert.deepEqual(
			targets.map(({ file, path: inTree, named }) => [file, inTree, named]),
			[
				['docs/a.md', 'docs/a.md', false],
				['docs/deep/b.MD', 'docs/deep/b.MD', false],
			],
		);
		assert.equal(await targets[0]?.tree.exists('run.sh'), true);
		assert.deepEqual(await targets[0]?.tree.files(), {
			paths: ['docs/a.md', 'docs/deep/b.MD', 'run.sh'],
			complete: true,
		});
	});

	test('called from below, the repository is still the root', async () => {
		const [target] = await lintTargets(path.join(root, 'repo/docs'), ['a.md']);
		assert.deepEqual([target?.file, target?.path, target?.named], ['a.md', 'docs/a.md', true]);
	});

	test('a file elsewhere is shown by its whole path', async () => {
		const file = path.join(root, 'alone/d.md');
		const [target] = await lintTargets(path.join(root, 'repo'), [file]);
		assert.deepEqual([target?.file, target?.path], [file.replaceAll(path.sep, '/'), 'd.md']);
	});

	test('what is not there is one sentence', () =>
		assert.rejects(lintTargets(root, ['nope.md']), {
			message: 'nope.md cannot be read: there is no such file or folder.',
		}));
});
