import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseHunks, type Hunk } from '../../../../src/core/deploys/hunks';
import { findSameLines } from '../../../../src/core/deploys/sameLines';

/** `5,2>5,3`: two lines at 5 became three lines at 5. */
function toHunks(text: string): readonly Hunk[] {
	return text.split(' ').flatMap((part) => {
		const [, a, b, c, d] = /^(\d+),(\d+)>(\d+),(\d+)$/.exec(part) ?? [];
		if (a === undefined) return [];
		const range = (start = '', count = '') => ({ start: Number(start), count: Number(count) });
		return [{ before: range(a, b), after: range(c, d) }];
	});
}

function assertFinds(first: string, later: readonly string[], expected: readonly number[]): void {
	assert.deepEqual(findSameLines(toHunks(first), later.map(toHunks)), expected);
}

suite('core/deploys/sameLines', () => {
	test('the same line, the next one, and one further', () => {
		assertFinds('5,1>5,1', ['5,1>5,1'], [0]);
		assertFinds('5,1>5,1', ['6,1>6,1', '4,1>4,1'], [0, 1]);
		assertFinds('5,1>5,1', ['7,1>7,1', '3,1>3,1'], []);
	});
	test('lines are followed when something is added or removed above', () => {
		assertFinds('5,1>5,1', ['0,0>1,10', '15,1>15,1'], [1]);
		assertFinds('5,1>5,1', ['0,0>1,10', '5,1>5,1'], []);
		assertFinds('20,2>20,2', ['1,10>0,0', '10,1>10,1'], [1]);
	});
	test('what was only removed leaves a place', () => {
		assertFinds('5,3>4,0', ['4,1>4,1'], [0]);
		assertFinds('5,3>4,0', ['4,0>5,2'], [0]);
		assertFinds('5,3>4,0', ['9,1>9,1'], []);
	});
	test('lines that grew are followed to their end', () =>
		assertFinds('5,1>5,1', ['5,1>5,9', '12,1>12,1'], [0, 1]));
	test('no change of the file is none', () => assertFinds('5,1>5,1', ['', '5,1>5,1', ''], [1]));
	test('never throws', () =>
		fc.assert(
			fc.property(fc.array(fc.array(fc.tuple(fc.nat(50), fc.nat(9), fc.nat(50), fc.nat(9)))), (files) => {
				const hunks = files.map((list) =>
					list.map(([a, b, c, d]) => ({ before: { start: a, count: b }, after: { start: c, count: d } })),
				);
				findSameLines(hunks[0] ?? [], hunks.slice(1));
			}),
		));
});

suite('core/deploys/hunks', () => {
	const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
	const raw = (letter: string, path: string) => `:100644 100644 ${a} ${b} ${letter}\0${path}\0`;
	const rows: readonly [name: string, output: string, expected: readonly string[]][] = [
		[
			'one file',
			`${a}\0${raw('M', 'x')}\0diff --git a/x b/x\n@@ -3 +3,2 @@ fn\n-a\n+b\n+c\n\0`,
			['a x 3,1>3,2'],
		],
		[
			'lines of the file that look like a patch',
			`${a}\0${raw('M', 'x')}${raw('M', 'y')}\0diff --git a/x b/x\n@@ -1 +1 @@\n-diff --git a/q b/q\n+@@ -9 +9 @@\ndiff --git a/y b/y\n@@ -7,0 +8 @@\n+z\n\0`,
			['a x 1,1>1,1', 'a y 7,0>8,1'],
		],
		[
			'a type change has two patches, a binary file has no lines',
			`${a}\0${raw('T', 'l')}${raw('M', 'p')}${raw('M', 'z')}\0diff --git a/l b/l\n@@ -1 +0,0 @@\ndiff --git a/l b/l\n@@ -0,0 +1 @@\ndiff --git a/p b/p\nBinary files differ\ndiff --git a/z b/z\n@@ -2 +2 @@\n\0\0${b}\0`,
			['a l 1,1>0,0 0,0>1,1', 'a p ', 'a z 2,1>2,1'],
		],
		['nothing', '', []],
	];
	for (const [name, output, expected] of rows) {
		test(name, () => {
			const found = [...parseHunks(output)].flatMap(([sha, files]) =>
				[...files].map(([path, hunks]) => {
					const words = hunks.map(
						({ before, after }) => `${before.start},${before.count}>${after.start},${after.count}`,
					);
					return `${sha[0] ?? ''} ${path} ${words.join(' ')}`;
				}),
			);
			assert.deepEqual(found, expected);
		});
	}
});
