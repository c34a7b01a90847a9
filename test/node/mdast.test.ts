import assert from 'node:assert/strict';
import { readBlocks } from '../../src/core/runbook/blocks';
import { readInline } from '../../src/core/runbook/inline';
import { readSimpleInline } from '../../src/core/runbook/simpleInline';
import { mdastTasks, ourTasks, variantsOf } from '../support/mdastTasks';

/** `x text` for a checked task, `- text` for an open one. */
const told = (tasks: ReturnType<typeof ourTasks>): readonly string[] =>
	tasks.map(({ checked, text }) => `${checked ? 'x' : '-'} ${text}`);

function assertTasks(text: string, ...expected: readonly string[]): void {
	assert.deepEqual(told(ourTasks(text)), expected);
	for (const variant of variantsOf(text)) assert.deepEqual(ourTasks(variant), mdastTasks(variant));
}

suite('blocks', () => {
	suite('the tasks of mdast with GFM', () => {
		const cases: readonly (readonly [string, ...string[]])[] = [
			['- [ ] a\n- [x] b\n- [X] c', '- a', 'x b', 'x c'],
			['- [ ] a\n  - [ ] b\n    1. [x] c', '- a', '- b', 'x c'],
			['- a\n  - [ ] b', '- b'],
			['> - [ ] a\n> wrapped', '- a wrapped'],
			['-\n  [ ] a', '- a'],
			['- [\n  ] a', '- a'],
			['- [ ] a\n  ==='],
			['- # [ ] a'],
			['- > [ ] a'],
			['- ***\n\n  [ ] a'],
			['-     code\n\n  [ ] a'],
			['- <div>\n\n  [ ] a'],
			['-\n\n[ ] a'],
			['- [ ]\n- [ ] \n- []a\n- [-] b'],
			['| a |\n| - |\n| [ ] b |'],
			['- [ ] a <br> <team-name> <!-- b -->', '- a <br> <team-name> <!-- b -->'],
			['- [ ] ![alt *x*](i.png) [b](c "d")', '- alt x b'],
			['- [ ] a  \n  b\\\n  c', '- a b c'],
			['- [ ] &amp; &lt; &copy; &nope; \\* \\a', '- & < © &nope; * \\a'],
			['- [ ] `` a`b `` and ` c `', '- a`b and c'],
			['- [ ] ~a~ ~~b~~ ~5 min, ~10 min', '- a b ~5 min, ~10 min'],
			['- [ ] GET http://host:9200/_cat/_nodes?v, then', '- GET http://host:9200/_cat/_nodes?v, then'],
			['- [ ] <http://host/a%20b> *c*', '- http://host/a%20b c'],
			['- [ ] ask [Name] in [the guide][g] or `[g]`\n\n[g]: x.md', '- ask [Name] in the guide or [g]'],
			['- [ ] [a] [A][] ![a]\n\n[A]: <x y.md> "t"', '- a A a'],
			['- [ ] done[^1]\n\n[^1]: a note', '- done'],
			['- [ ] snake_case_name and *a*b', '- snake_case_name and ab'],
			['- [ ] **a:**b **c**:d', '- **a:**b c:d'],
		];
		for (const [text, ...expected] of cases) {
			test(JSON.stringify(text), () => assertTasks(text, ...expected));
		}
	});

	/** Where we say otherwise, on purpose or because nobody writes it: what we say, what mdast says, and why. */
	suite('where mdast differs', () => {
		const cases: readonly (readonly [string, string, string, string])[] = [
			['a definition is no first paragraph', '1. [r]: u\n   [X] a', '', 'x '],
			['addresses without http://', '- [ ] www.a.com**b**', '- www.a.comb', '- www.a.com**b**'],
			['a footnote cuts a paragraph', '- [ ] a\n[^1]: b', '- a [^1]: b', '- a'],
		];
		for (const [name, text, ours, theirs] of cases) {
			test(name, () => {
				assert.equal(told(ourTasks(text)).join(), ours);
				assert.equal(told(mdastTasks(text)).join(), theirs);
			});
		}
	});

	test('each block has its lines', () => {
		const text = '# T\n\n- a\n  b\n\n  c\n\n```sh\nd\n```\nS\n-\n\n| a |\n| - |\n| b |\n\ne\n';
		const ranges = readBlocks(text).map(({ kind, line, endLine }) => `${kind} ${line}-${endLine}`);
		assert.deepEqual(ranges, [
			'heading 1-1',
			'item 3-4',
			'paragraph 6-6',
			'fence 8-10',
			'heading 11-11',
			'paragraph 18-18',
		]);
	});

	test('a heading in a list or a quote titles nothing', () =>
		assert.deepEqual(
			readBlocks('- # a\n\n> # b').map(({ kind }) => kind),
			['item', 'paragraph'],
		));
});

suite('inline', () => {
	test('links, and what they show', () => {
		const { text, links } = readInline(
			'See [the `a` guide](./a%20b.md "t"), [b](<c d.md>) and [B_1.md](./B_1.md#x)',
		);
		assert.equal(text, 'See the a guide, b and B_1.md');
		assert.deepEqual(links, [
			{ text: 'the a guide', target: './a b.md' },
			{ text: 'b', target: 'c d.md' },
			{ text: 'B_1.md', target: './B_1.md#x' },
		]);
	});

	suite('one pass reads what it is sure of', () => {
		for (const sure of ['**A**: b', '*a* `b` [c](d.md)', 'a_b_c', '[A gap] > b', '2 * 3 ~5', 'R&D & more']) {
			test(sure, () => assert.equal(readSimpleInline(sure) !== undefined, !sure.includes('R&D')));
		}
		for (const unsure of [
			'a*b',
			'**a:**b',
			'***a***',
			'*a',
			'`a',
			'<b>',
			'\\*',
			'[a](b c)',
			'[a][b]',
			'![a](b)',
		]) {
			test(unsure, () => assert.equal(readSimpleInline(unsure), undefined));
		}
	});
});
