import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keptBytes, lastBytes, OutputCapture } from '../../../../src/core/scripts/output';
import { terminalText } from '../../../../src/core/scripts/terminalText';

suite('terminalText', () => {
	const cases: readonly (readonly [string, string])[] = [
		['a\r\nb\r\n', 'a\nb\n'],
		['\u001b[31mred\u001b[0m \u001b[1;38;5;200mbold\u001b[m', 'red bold'],
		['\u009b31mred', 'red'],
		['\u001b]633;C\u0007out\u001b]633;D;0\u0007', 'out'],
		['\u001b]0;title\u001b\\x', 'x'],
		['\u001b]52;c;aGk=\u0007x', 'x'],
		['\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\', 'link'],
		['\u009d0;t\u009cx', 'x'],
		['\u001bP1$r0m\u001b\\x\u001b_apc\u001b\\y\u001b^pm\u0007z', 'xyz'],
		['\u001b]never closed\nnext', '\nnext'],
		['\u001b[never', 'ever'],
		['a\u001b', 'a'],
		['a\u001b[', 'a'],
		['\u001b(B\u001b=\u001b>x\u001b7\u001b8', 'x'],
		['10%\r50%\r100%\n', '100%\n'],
		['long line\rshort', 'shortline'],
		['long line\r\u001b[Kshort', 'short'],
		['ab\u001b[2K\rcd', 'cd'],
		['abc\b\bX', 'aXc'],
		['abc\u001b[2DX', 'aXc'],
		['a\u001b[3Cb', 'a   b'],
		['a\u001b[5Gb', 'a   b'],
		['one\ntwo\u001b[1A\rONE\n\u001b[1BTWO', 'ONE\nTWO'],
		['\u001b[7m%\u001b[27m' + ' '.repeat(80) + '\r \r\u001b[Jx', 'x'],
		['a\u001b[?1049h full \u001b[5;5H screen \n\u001b[?1049lb', 'ab'],
		['a\tb', 'a\tb'],
		['bell\u0007 nul\u0000 del\u007f', 'bell nul del'],
		['rm \u202efdp.exe', 'rm \\u{202e}fdp.exe'],
		['é日本🚨\rX', 'X日本🚨'],
		['trail   \n', 'trail\n'],
		['a\u001b[99999999999999Cb', `a${' '.repeat(119)}b`],
	];
	for (const [raw, expected] of cases)
		test(JSON.stringify(raw), () => assert.equal(terminalText(raw), expected));

	test('whatever is sent, nothing that steers a terminal is left', () => {
		const piece = fc.constantFrom(
			...[
				'\u001b',
				'[',
				']',
				'\u009b',
				'\u009d',
				'\u0090',
				'\u0007',
				'\u001b\\',
				'\u009c',
				'0',
				';',
				'?',
				'm',
				'K',
				'A',
			],
			...[
				'C',
				'D',
				'G',
				'J',
				'1049h',
				'1049l',
				'\r',
				'\n',
				'\b',
				'text',
				'日',
				'\u202e',
				'\ud83d',
				'P',
				'_',
				'\\',
			],
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
				assert.doesNotMatch(terminalText(pieces.join('')), /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u);
			}),
			{ numRuns: 500 },
		);
	});

	test('text without control characters stays as it is, but for spaces at line ends', () => {
		const line = fc
			.string({ unit: 'grapheme' })
			.map((text) => text.replace(/[\p{C}\u2028\u2029]/gu, '').trimEnd());
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				const text = lines.join('\n');
				assert.equal(terminalText(text.replaceAll('\n', '\r\n')), text);
			}),
			{ numRuns: 100 },
		);
	});
});

suite('lastBytes', () => {
	const cases: readonly (readonly [string, number, string])[] = [
		['abc', 2, 'bc'],
		['aé', 2, 'é'],
		['aé', 1, ''],
		['a日本', 5, '本'],
		['x🚨', 4, '🚨'],
		['x🚨', 3, ''],
		['x🚨y', 5, '🚨y'],
		['', 5, ''],
		['\ud83d', 3, '\ud83d'],
	];
	for (const [text, limit, expected] of cases)
		test(`${JSON.stringify(text)} in ${limit}`, () => assert.equal(lastBytes(text, limit), expected));

	test('is an end of the text within the limit, and one more character would not fit', () => {
		const characters = fc.string({ unit: fc.constantFrom('a', 'é', '日', '🚨', '\ud83d') });
		fc.assert(
			fc.property(characters, fc.nat(40), (text, limit) => {
				const tail = lastBytes(text, limit);
				assert.ok(text.endsWith(tail) && Buffer.byteLength(tail) <= limit);
				const before = Array.from(text.slice(0, text.length - tail.length)).at(-1);
				assert.ok(before === undefined || Buffer.byteLength(before + tail) > limit);
			}),
		);
	});
});

suite('OutputCapture', () => {
	test('keeps the end of what was sent, and says when something is missing', () => {
		const capture = new OutputCapture();
		for (let line = 0; line < 40_000; line++) capture.add(`\u001b[32mline ${line} é\u001b[0m\r\n`);
		const { text, cut } = capture.kept([]);
		assert.ok(cut && text.endsWith('line 39999 é'));
		assert.ok(Buffer.byteLength(text) <= keptBytes && Buffer.byteLength(text) > keptBytes - 4);
	});
	test('pieces may end anywhere', () => {
		const raw = '\u001b]633;C\u0007\u001b[31mDB_PASSWORD=hunter22\u001b[0m\r\n10%\r100%\r\n';
		const whole = new OutputCapture();
		whole.add(raw);
		fc.assert(
			fc.property(fc.nat(raw.length), (at) => {
				const capture = new OutputCapture();
				capture.add(raw.slice(0, at));
				capture.add(raw.slice(at));
				assert.deepEqual(capture.kept([]), whole.kept([]));
			}),
		);
		assert.deepEqual(whole.kept([]), { text: 'DB_PASSWORD=[redacted secret]\n100%', cut: false });
	});
	test('a secret that lies across the cut is not kept in part', () => {
		const capture = new OutputCapture();
		const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
		capture.add(`${token}\n${'x'.repeat(keptBytes - 10)}`);
		assert.doesNotMatch(capture.kept([]).text, /uvwxyz/);
	});
	test('a typed secret is not kept', () => {
		const capture = new OutputCapture();
		capture.add('logged in with s3cret!\r\n');
		assert.equal(capture.kept(['s3cret!']).text, 'logged in with [redacted secret]');
	});
});
