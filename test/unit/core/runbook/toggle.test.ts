import assert from 'node:assert/strict';
import { readBlocks } from '../../../../src/core/runbook/blocks';
import { toggleTask } from '../../../../src/core/runbook/toggle';

function assertToggled(before: string, line: number, checked: boolean, after: string | undefined): void {
	assert.equal(toggleTask(before, line, checked), after);
}

/** Lines of all tasks, as the parser reports them. */
function taskLines(text: string): readonly number[] {
	return readBlocks(text).flatMap((block) =>
		block.kind === 'item' && block.checked !== undefined ? [block.line] : [],
	);
}

suite('toggleTask', () => {
	const forms: readonly (readonly [string, string])[] = [
		['- [ ] a', '- [x] a'],
		['* [ ] a', '* [x] a'],
		['+ [ ] a', '+ [x] a'],
		['12. [ ] a', '12. [x] a'],
		['3) [ ] a', '3) [x] a'],
		['> - [ ] a', '> - [x] a'],
		['>> 1. [ ] a', '>> 1. [x] a'],
		['- - [ ] a', '- - [x] a'],
		['-\t[ ] a', '-\t[x] a'],
		['\uFEFF- [ ] a', '\uFEFF- [x] a'],
		['- [ ] a [ ] b', '- [x] a [ ] b'],
		['-\n  [ ] a', '-\n  [x] a'],
		['- [ ] \ud83d\udea8 a', '- [x] \ud83d\udea8 a'],
	];
	for (const [open, done] of forms) {
		test(JSON.stringify(open), () => {
			assertToggled(open, 1, true, done);
			assertToggled(done, 1, false, open);
			assertToggled(open, 1, false, open);
		});
	}

	test('a capital X and a tab are read too', () => {
		assertToggled('- [X] a', 1, false, '- [ ] a');
		assertToggled('- [X] a', 1, true, '- [X] a');
		assertToggled('- [\t] a', 1, true, '- [x] a');
	});

	for (const [name, end] of [
		['LF', '\n'],
		['CRLF', '\r\n'],
		['CR', '\r'],
	] as const) {
		test(`the right one among several, ${name}`, () => {
			const rows = ['# T', '', '- [ ] a', '  - [ ] b', '\t- [x] c', '', '> 1. [ ] d', 'é'];
			const text = rows.join(end);
			assertToggled(text, 4, true, text.replace('[ ] b', '[x] b'));
			assertToggled(text, 5, false, text.replace('[x] c', '[ ] c'));
			assertToggled(text, 7, true, text.replace('[ ] d', '[x] d'));
		});
	}

	const none: readonly (readonly [string, string, number])[] = [
		['a plain item', '- a', 1],
		['another line', '- [ ] a\n  b', 2],
		['an empty box', '- [ ]', 1],
		['a line below the end', '- [ ] a', 9],
		['line 0', '- [ ] a', 0],
		['a fence', '```\n- [ ] a\n```', 2],
		['a comment', '<!--\n- [ ] a\n-->', 2],
		['front matter', '---\n- [ ] a\n---', 2],
		['indented code', '    - [ ] a', 1],
		['a box broken over two lines', '- [\n  ] a', 1],
	];
	for (const [name, text, line] of none)
		test(`no task: ${name}`, () => assertToggled(text, line, true, undefined));

	test('front matter above counts as lines', () =>
		assertToggled('---\na: b\n---\n- [ ] a', 4, true, '---\na: b\n---\n- [x] a'));

	test('every task there and back again differs by one character, then by none', () => {
		const text = '\uFEFF# T\r\n\r\n- [ ] a\r\n\t- [ ] b\r\n> * [ ] c\r\n\r\n1. [ ] d\r\n\r\n   2) [ ] e\r\n';
		const lines = taskLines(text);
		assert.equal(lines.length, 5);
		for (const line of lines) {
			const done = toggleTask(text, line, true) ?? '';
			const changed = Array.from({ length: text.length }, (_, index) => index).filter(
				(index) => text[index] !== done[index],
			);
			assert.deepEqual([done.length, changed.map((index) => done[index])], [text.length, ['x']]);
			assertToggled(done, line, false, text);
		}
	});
});
