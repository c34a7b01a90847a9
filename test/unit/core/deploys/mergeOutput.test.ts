import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseMerges } from '../../../../src/core/deploys/mergeOutput';

const a = 'a'.repeat(40);
const b = 'b'.repeat(64);

function assertReads(output: string, expected: readonly string[]): void {
	assert.deepEqual(
		parseMerges(output).map(({ clean, tree, conflicts }) => `${clean} ${tree[0] ?? ''} ${conflicts.join()}`),
		expected,
	);
}

suite('core/deploys/mergeOutput', () => {
	test('clean, conflicted, clean', () =>
		assertReads(`1\0${a}\0\0` + `0\0${b}\0x\ny\0z\0\0` + `1\0${b}\0\0`, [
			'true a ',
			'false b x\ny,z',
			'true b ',
		]));
	test('a file that is called like a status or an id', () =>
		assertReads(`0\0${a}\x001\0${b}\0\x001\0${a}\0\0`, [`false a 1,${b}`, 'true a ']));
	test('what is not whole is dropped', () => {
		assertReads(`1\0${a}\0\0` + `0\0${b}\0x\0`, ['true a ']);
		assertReads(`1\0${a}`, []);
		assertReads('', []);
		assertReads(`2\0${a}\0\0`, []);
		assertReads('fatal: no', []);
	});
	test('never throws', () =>
		fc.assert(
			fc.property(fc.array(fc.constantFrom('0', '1', a, '', 'x')), (tokens) => {
				parseMerges(tokens.join('\0'));
			}),
		));
});
