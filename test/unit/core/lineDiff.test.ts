import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { diffLines, linesOf, matchLines } from '../../../src/core/lineDiff';

const text = fc
	.array(fc.constantFrom('a', 'b', 'c', '', 'a b'), { maxLength: 12 })
	.chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));

suite('core/lineDiff', () => {
	test('lines with their ends make up the text', () =>
		fc.assert(fc.property(fc.string(), (any) => assert.equal(linesOf(any).join(''), any))));

	test('matches are the same lines, in order, and as many as there can be', () =>
		fc.assert(
			fc.property(text, text, (one, other) => {
				const [before, after] = [linesOf(one), linesOf(other)];
				const matches = matchLines(before, after);
				const found = matches.filter((match) => match !== undefined);
				assert.ok(found.every((match, index) => index === 0 || match > (found[index - 1] ?? 0)));
				matches.forEach((match, index) => {
					if (match !== undefined) assert.equal(after[match], before[index]);
				});
				assert.equal(found.length, longest(before, after));
			}),
		));

	test('a difference shows three lines around', () => {
		const before = 'a\nb\nc\nd\ne\nf\ng\nh\n';
		assert.deepEqual(diffLines(before, before.replace('f', 'x\ny')), [
			...['@@', ' c', ' d', ' e', '-f', '+x', '+y', ' g', ' h'],
		]);
		assert.deepEqual(diffLines(before, before), []);
	});
});

/** The plain definition, slow. */
function longest(before: readonly string[], after: readonly string[]): number {
	const [first, ...rest] = before;
	if (first === undefined || after.length === 0) return 0;
	const at = after.indexOf(first);
	const taken = at < 0 ? 0 : 1 + longest(rest, after.slice(at + 1));
	return Math.max(taken, longest(rest, after));
}
