import * as assert from 'node:assert/strict';
import { changesArguments, parseChanges } from '../../../../src/core/deploys/changes';
import type { ChangedFile } from '../../../../src/core/deploys/model';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zero = '0'.repeat(40);

suite('core/deploys/changes', () => {
	const rows: readonly [name: string, output: string, expected: readonly ChangedFile[]][] = [
		['nothing', '', []],
		[
			'a modified file',
			`:100644 100644 ${a} ${b} M\0x\0`,
			[{ path: 'x', status: 'modified', before: a, after: b }],
		],
		[
			'an added file',
			`:000000 100755 ${zero} ${b} A\0x\0`,
			[{ path: 'x', status: 'added', before: undefined, after: b }],
		],
		[
			'a deleted file',
			`:100644 000000 ${a} ${zero} D\0x\0`,
			[{ path: 'x', status: 'deleted', before: a, after: undefined }],
		],
		[
			'a file that became a link',
			`:100644 120000 ${a} ${b} T\0x\0`,
			[{ path: 'x', status: 'type-changed', before: a, after: b }],
		],
		[
			'a submodule, which has no blobs',
			`:160000 160000 ${a} ${b} M\0lib\0`,
			[{ path: 'lib', status: 'modified', before: undefined, after: undefined }],
		],
		[
			'odd names, one that looks like an entry',
			`:100644 100644 ${a} ${b} M\0:100644 100644 ${a} ${b} M\0:100644 100644 ${a} ${b} M\0n\n\t"🚒\0`,
			[
				{ path: `:100644 100644 ${a} ${b} M`, status: 'modified', before: a, after: b },
				{ path: 'n\n\t"🚒', status: 'modified', before: a, after: b },
			],
		],
		['a tail without its name', `:100644 100644 ${a} ${b} M\0`, []],
		['a name that is cut short', `:100644 100644 ${a} ${b} M\0src/ap`, []],
		['other text', 'fatal: bad object\0x\0', []],
		['a status we do not know', `:100644 100644 ${a} ${b} X\0x\0`, []],
	];
	for (const [name, output, expected] of rows) {
		test(`parses ${name}`, () => assert.deepEqual(parseChanges(output), expected));
	}

	test('puts the commit where it can only be a commit', () => {
		assert.deepEqual(changesArguments(a).slice(-3), ['--end-of-options', a, '--']);
	});
});
