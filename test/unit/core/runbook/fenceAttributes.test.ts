import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { readFenceAttributes } from '../../../../src/core/runbook/fenceAttributes';

/** `name=value` of each, in order. */
const written = (info: string): readonly string[] =>
	readFenceAttributes(info).map(({ name, value }) => `${name}=${value}`);

suite('readFenceAttributes', () => {
	const cases: readonly (readonly [info: string, attributes: readonly string[]])[] = [
		['', []],
		['bash', []],
		[
			'bash cwd=services/api timeout=20m secret interactive',
			['cwd=services/api', 'timeout=20m', 'secret=', 'interactive='],
		],
		[' bash   timeout=90 ', ['timeout=90']],
		['sh { cwd=../api, name=deploy }', ['cwd=../api', 'name=deploy']],
		['sh {cwd=api}', ['cwd=api']],
		[
			'sh {"cwd": "services/api", "timeout": 90, "secret": true, "tags": ["a"]}',
			['cwd=services/api', 'timeout=90', 'secret=true'],
		],
		['sh {"cwd": "a b", }', []],
		[`bash title="two words" cwd='a b'`, ['title=two words', 'cwd=a b']],
		['bash CWD=a cwd=b', ['cwd=a']],
		['bash {1,3-5} showLineNumbers', ['showlinenumbers=']],
		['bash cwd="a', []],
		['bash cwd=', []],
		['bash =x ==', []],
	];
	for (const [info, attributes] of cases)
		test(`“${info}”`, () => assert.deepEqual(written(info), attributes));

	test('never throws, and gives every name once', () => {
		const piece = fc.constantFrom(...`bash { } " ' = , : cwd secret 20m \\ é \n [`.split(' '), ' ');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
				const names = readFenceAttributes(pieces.join('')).map(({ name }) => name);
				assert.equal(new Set(names).size, names.length);
			}),
		);
	});

	test('every script of a fence has them, and its language stays', () => {
		const fence = '```bash cwd=ops timeout=20m\n# One\nrm -f a\n\n# Two\nrm -f b\n```\n';
		const { scripts } = parseRunbook(`# R\n\n${fence}`);
		assert.deepEqual(
			scripts.map(({ title, language, attributes }) => [title, language, attributes.length]),
			[
				['One', 'bash', 2],
				['Two', 'bash', 2],
			],
		);
	});
});
