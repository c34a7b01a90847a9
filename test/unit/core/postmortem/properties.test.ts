import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { noFacts } from '../../../../src/core/postmortem/facts';
import { fillTemplate } from '../../../../src/core/postmortem/fill';
import { sampleFacts } from './sample';

/** Pieces of templates, so that random texts hold slots, half slots and broken ones. */
const piece = fc.constantFrom(
	...[
		'# Postmortem Template',
		'# [Title]',
		'## Date',
		'## Timeline',
		'## Action Items',
		'### Severity',
		'Date:',
		'Date: ',
	],
	...[
		'**Severity:** SEV1 / SEV2',
		'- **Status**: <status>',
		'**Date:** x · **IC:** [n]',
		'| Time (UTC) | Event |',
	],
	...[
		'| Field | Value |',
		'|---|---|',
		'|-|-|',
		'| HH:MM | x |',
		'| | |',
		'| Severity | P1 \\| P2 |',
		'- HH:MM: x',
		'-',
	],
	...[
		'```',
		'~~~',
		'<!--',
		'-->',
		'---',
		'===',
		'> ',
		'    code',
		'<pre>',
		'</pre>',
		'title:',
		'Some words.',
		'',
		'',
		'',
	],
	...['\u00e9\u{1f525}', '\\', '|', '\t', '[', '**', '\ud800', '\u2028', '\0'],
);
const lines = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), {
	maxLength: 14,
});
const document = fc
	.tuple(fc.constantFrom('', '\uFEFF'), lines, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
	.map(([mark, texts, end, closed]) => mark + texts.join(end) + (closed ? end : ''));

function assertAlways(holds: (template: string) => void): void {
	fc.assert(fc.property(document, holds), { numRuns: 100 });
}

suite('core/postmortem/properties', () => {
	test('no facts, no change', () =>
		assertAlways((text) => assert.equal(fillTemplate(text, noFacts).text, text)));

	test('lines that are no slot come back byte for byte, in order', () =>
		assertAlways((template) => {
			const { text, filled } = fillTemplate(template, sampleFacts);
			const result = text.split(/\r\n|\n|\r/);
			const touched = new Set(filled.map(({ line }) => line));
			const hasTimeline = filled.some(({ key }) => key === 'timeline' || key === 'participants');
			let at = 0;
			for (const [index, line] of template.split(/\r\n|\n|\r/).entries()) {
				if (touched.has(index + 1) || hasTimeline || touchedBelow(touched, index)) {
					continue;
				}
				at = result.indexOf(line, at);
				assert.ok(at >= 0, `line ${index + 1} is gone: ${JSON.stringify(line)}`);
				at++;
			}
		}));

	test('line ends, byte order mark and final newline stay as they are', () =>
		assertAlways((template) => {
			const { text } = fillTemplate(template, sampleFacts);
			const ends = (content: string) => new Set(content.match(/\r\n|\n|\r/g) ?? []);
			const own = ends(template).size === 0 ? new Set(['\n']) : ends(template);
			assert.ok([...ends(text)].every((end) => own.has(end)));
			assert.equal(text.startsWith('\uFEFF'), template.startsWith('\uFEFF'));
			assert.ok(/[\r\n]$/.test(template) || !/[\r\n]$/.test(text));
		}));

	test('the same twice, and every place is in the template', () =>
		assertAlways((template) => {
			const result = fillTemplate(template, sampleFacts);
			assert.deepEqual(fillTemplate(template, sampleFacts), result);
			const count = template.split(/\r\n|\n|\r/).length;
			assert.ok([...result.filled, ...result.open].every(({ line }) => line >= 1 && line <= count));
		}));
});

/** A heading's value stands in a later line: the whole section is left out. */
function touchedBelow(touched: ReadonlySet<number>, index: number): boolean {
	return [...touched].some((line) => line <= index && index < line + 14);
}
