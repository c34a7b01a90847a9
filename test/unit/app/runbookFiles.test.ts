import assert from 'node:assert/strict';
import { RunbookFiles } from '../../../src/app/runbookFiles';
import type { FileTree } from '../../../src/core/ports';
import { parseRunbook } from '../../../src/core/runbook/parse';

/** A tree of these files that notes down what it was asked for. */
function treeOf(...paths: readonly string[]): FileTree & { readonly asked: readonly string[] } {
	const asked: string[] = [];
	return {
		asked,
		exists: (path) => Promise.resolve(asked.push(path) > 0 && paths.includes(path)),
		text: () => Promise.resolve(undefined),
		files: () => Promise.resolve({ paths, complete: true }),
	};
}

const text = `# R

## Response

- [ ] See [triage](TRIAGE.md) and [the rest](REST.md), [web](https://example.com), [below](#response)

\`\`\`bash
# Roll back
./rollback.sh
# Restart
python restart.py
# Stop
./stop.sh
\`\`\`
`;

suite('The files a runbook names', () => {
	test('missing ones are marked, also in the items, and scripts have their place', async () => {
		const files = new RunbookFiles(
			treeOf('docs/TRIAGE.md', 'docs/rollback.sh', 'tools/restart.py'),
			'docs/R.md',
		);
		const parsed = parseRunbook(text);
		assert.deepEqual(files.apply(parsed), parsed);
		assert.equal(await files.lookUp(parsed), true);
		const { links, phases, scripts } = files.apply(parsed);
		const resolved = [true, false, undefined, undefined];
		assert.deepEqual(
			links.map((link) => link.resolved),
			resolved,
		);
		assert.deepEqual(phases[0]?.groups[0]?.items[0]?.links, links);
		assert.deepEqual(
			scripts.map(({ file, missing }) => [file, missing]),
			[
				['docs/rollback.sh', false],
				['tools/restart.py', false],
				['./stop.sh', true],
			],
		);
	});

	test('a keystroke that names no new file asks for none', async () => {
		const tree = treeOf('docs/TRIAGE.md');
		const files = new RunbookFiles(tree, 'docs/R.md');
		await files.lookUp(parseRunbook(text));
		const { length } = tree.asked;
		assert.equal(await files.lookUp(parseRunbook(`${text}x`)), false);
		assert.equal(tree.asked.length, length);
		assert.equal(await files.lookUp(parseRunbook(`${text}\n[new](NEW.md)`)), true);
	});

	test('of a search that was cut short nothing is said', async () => {
		const tree: FileTree = {
			exists: () => Promise.resolve(false),
			text: () => Promise.resolve(undefined),
			files: () => Promise.resolve({ paths: [], complete: false }),
		};
		const files = new RunbookFiles(tree, 'R.md');
		const parsed = parseRunbook('# R\n\n```sh\n./a.sh\n```\n');
		assert.equal(await files.lookUp(parsed), false);
		assert.equal(files.apply(parsed).scripts[0]?.missing, undefined);
	});
});
