import assert from 'node:assert/strict';
import { decodeDocument } from '../../../../src/core/runbook/decode';
import { rankRunbookPaths } from '../../../../src/core/runbook/discover';
import { nestItems, type ItemNode } from '../../../../src/core/runbook/nest';
import { parseRunbook } from '../../../../src/core/runbook/parse';

suite('decodeDocument', () => {
	const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
	test('keeps text as it is, byte order mark and all', () =>
		assert.equal(decodeDocument(bytes('\uFEFFa\r\né'), 'a.md'), '\uFEFFa\r\né'));
	test('bytes that are no UTF-8 show as such', () =>
		assert.equal(decodeDocument(Uint8Array.of(97, 0xff), 'a.md'), 'a\uFFFD'));
	const refusals: readonly (readonly [string, Uint8Array, RegExp])[] = [
		[
			'binary',
			Uint8Array.of(1, 0, 2),
			/^a\.md is a binary file, not a Markdown document; choose another one\.$/,
		],
		['UTF-16', Uint8Array.of(0xff, 0xfe, 97, 0), /^a\.md is saved as UTF-16; save it as UTF-8 to use it\.$/],
		[
			'10 MB',
			new Uint8Array(10 * 1024 * 1024).fill(97),
			/^a\.md is 10\.0 MB, and documents up to 8 MB are read/,
		],
	];
	for (const [name, content, message] of refusals) {
		test(`refuses ${name} in one sentence`, () =>
			assert.throws(() => decodeDocument(content, 'a.md'), { name: 'UserError', message }));
	}
});

suite('rankRunbookPaths', () => {
	const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
		[
			['README.md', 'RUNBOOK.md', 'docs/INCIDENT_RESPONSE.md'],
			['docs/INCIDENT_RESPONSE.md', 'RUNBOOK.md'],
		],
		[
			['b/runbook.md', 'a/runbook.md', 'runbook.md'],
			['runbook.md', 'a/runbook.md', 'b/runbook.md'],
		],
		[
			['runbooks/db-runbook.md', 'docs/incident-response-plan.md'],
			['docs/incident-response-plan.md', 'runbooks/db-runbook.md'],
		],
		[
			[
				'node_modules/x/RUNBOOK.md',
				'RUNBOOK_TEMPLATE.md',
				'postmortems/incident.md',
				'RUNBOOK.txt',
				'CHANGELOG.md',
			],
			[],
		],
		[
			['README.md', 'docs/runbooks/z.md', 'runbooks/README.md', 'runbooks/disk-full.md', 'runbooks/db/a.md'],
			['runbooks/disk-full.md', 'docs/runbooks/z.md', 'runbooks/db/a.md'],
		],
		[['runbooks/disk-full.md', 'INCIDENT.md'], ['INCIDENT.md']],
	];
	for (const [paths, expected] of cases)
		test(paths.join(' '), () => assert.deepEqual(rankRunbookPaths(paths), expected));
});

suite('nestItems', () => {
	const words = (nodes: readonly ItemNode[]): readonly unknown[] =>
		nodes.map(({ item, children }) => (children.length > 0 ? [item.text, words(children)] : item.text));
	const cases: readonly (readonly [string, readonly unknown[]])[] = [
		['- [ ] a\n- [ ] b', ['a', 'b']],
		['- [ ] a\n  - [ ] b\n    - [ ] c\n  - [ ] d\n- [ ] e', [['a', [['b', ['c']], 'd']], 'e']],
		['- plain\n  - [ ] a\n- [ ] b', ['a', 'b']],
	];
	for (const [text, expected] of cases) {
		test(JSON.stringify(text), () => {
			const items = parseRunbook(text).phases.flatMap((phase) =>
				phase.groups.flatMap((group) => group.items),
			);
			assert.deepEqual(words(nestItems(items)), expected);
		});
	}
});
