import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IncidentEvent } from '../../../../src/core/incident/events';
import { decodeLine, decodeLines, encodeLine } from '../../../../src/core/incident/line';
import { crc32, crc32Of } from '../../../../src/core/hash';

/** A note as a line of the record, its id made of its number. */
function lineOf(number: number, text: string): string {
	const id = number.toString(16).padStart(32, '0');
	const envelope = {
		v: 1,
		id,
		incident: 'inc-1',
		writer: 'w',
		seq: number,
		hlc: [number, 0],
		at: number,
		by: 'Dana',
	};
	return encodeLine({ ...envelope, type: 'noteAdded', data: { text } } as unknown as IncidentEvent);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is found: the numbers of the notes in their order, and how many lines were damaged. */
function assertFound(text: string | Uint8Array, notes: readonly number[], damaged = 0): void {
	const found = decodeLines(typeof text === 'string' ? bytesOf(text) : text);
	assert.deepEqual([found.events.map(({ seq }) => seq), found.damaged], [notes, damaged]);
}

suite('decodeLines', () => {
	const [one, two, three] = [lineOf(1, 'Alpha'), lineOf(2, 'Bär – 火'), lineOf(3, 'say {"v":1} twice')];
	const cases: readonly (readonly [name: string, text: string, notes: readonly number[], damaged: number])[] =
		[
			['nothing', '', [], 0],
			['blank lines', '\n\r\n  \n\0\0\n', [], 0],
			['whole lines', `${one}\n${two}\n${three}\n`, [1, 2, 3], 0],
			['a last line without its newline', `${one}\n${two}`, [1, 2], 0],
			['CRLF', `${one}\r\n${two}\r\n`, [1, 2], 0],
			['a byte order mark', `\uFEFF${one}\n${two}\n`, [1, 2], 0],
			['trailing blanks', `${one}  \t\n${two} \n`, [1, 2], 0],
			['a tail of NULs', `${one}\n${two}\n${'\0'.repeat(5000)}`, [1, 2], 0],
			['NULs before a line', `${'\0'.repeat(5000)}${one}\n`, [1], 0],
			['a torn line, healed', `${one}\n${two.slice(0, 50)}\n${three}\n`, [1, 3], 1],
			['a line glued behind a torn one', `${one.slice(0, 50)}${two}\n${three}\n`, [2, 3], 1],
			['lines glued together', `${one}${two}${three}\n`, [1, 2, 3], 0],
			['lines glued with a carriage return', `${one}\r${two}\n`, [1, 2], 0],
			['garbage between', `${one}\nnot a line\n{"v":1}\n${two}\n`, [1, 2], 2],
			['the same line twice', `${one}\n${one}\n`, [1, 1], 0],
		];
	for (const [name, text, notes, damaged] of cases) test(name, () => assertFound(text, notes, damaged));

	test('bytes that are no UTF-8 spoil only their own line', () => {
		assertFound(
			Buffer.concat([Buffer.from(`${one}\n`), Buffer.alloc(300, 0xff), Buffer.from(`\n${two}\n`)]),
			[1, 2],
			1,
		);
	});

	test('lines of any length, in chunks of any size', () => {
		const lengths = [10, 31_000, 33_000, 70_000, 5, 300_000, 32_768];
		const lines = lengths.map((length, index) => lineOf(index + 1, (index % 2 ? 'ä' : 'a').repeat(length)));
		assertFound(`${lines.join('\n')}\n`, [1, 2, 3, 4, 5, 6, 7]);
		assertFound(lines.join('\r\n'), [1, 2, 3, 4, 5, 6, 7]);
	});

	test('finds in a file what decodeLine finds in its lines', () => {
		const whole = fc.tuple(fc.nat(1e6), fc.string()).map(([number, text]) => lineOf(number, `${text} – 火`));
		const cut = fc.tuple(whole, fc.nat()).map(([line, at]) => line.slice(0, at % line.length));
		const other = fc.string().map((text) => text.replaceAll('\n', ' '));
		fc.assert(
			fc.property(fc.array(fc.oneof(whole, cut, other), { maxLength: 6 }), (lines) => {
				const each = lines.map((line) => decodeLine(Buffer.from(line).toString('utf8')));
				const { events, damaged } = decodeLines(bytesOf(lines.join('\n')));
				assert.deepEqual(
					events,
					each.flatMap((line) => (line.kind === 'event' ? [line.event] : [])),
				);
				assert.equal(damaged, each.filter(({ kind }) => kind === 'damaged').length);
			}),
			{ numRuns: 100 },
		);
	});

	test('any bytes at all do not throw', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void decodeLines(bytes)),
			{ numRuns: 300 },
		);
	});

	test('a long run of blanks costs no more than its length, or this would take minutes', () => {
		assertFound(`x${' '.repeat(1_000_000)}x\n${one}\n`, [1], 1);
	});
});

suite('crc32', () => {
	// The check value of the catalogue of CRC algorithms.
	test('of 123456789', () => assert.equal(crc32('123456789'), 'cbf43926'));
	test('can be taken in parts', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (bytes, at) => {
				const [view, cut] = [
					new DataView(bytes.buffer, bytes.byteOffset, bytes.length),
					Math.min(at, bytes.length),
				];
				assert.equal(crc32Of(view, cut, bytes.length, crc32Of(view, 0, cut)), crc32Of(view, 0, bytes.length));
			}),
		);
	});
});
