import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRunbook } from '../../../../src/core/runbook/parse';
import { hostileText } from '../../../support/hostileText';

/** How many random documents: FUZZ_RUNS=100000 for the long run. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
// `npm run bench` measures how each family grows up to 1 MB; here it only has to come through.
const smallSize = 256;

/** What Markdown, runbooks and shells are made of; a document is any row of these and of any characters. */
const parts = [
	...['# ', '## ', '\n', '\n\n', '\r\n', '\t', '  ', '    ', '- ', '* ', '1. ', '> ', '- [ ] ', '- [x] '],
	...['---\n', '===\n', '```\n', '```sh\n', '~~~', '<!--', '-->', '<a b="', '|', '|-|-|\n', '\\', '\0'],
	...['**', '__', '`', '[', ']', '(', ')', '](', '![', '](a.md)', '{', '}', '<', '>', '&amp;', '~~'],
	...[
		'**Owner**: ',
		'Label: ',
		'T+5 to T+30',
		'(IC)',
		'(Every 15 min for SEV-1, 30 min for SEV-2)',
		'SEV-1/2',
	],
	...[
		'within 15 minutes',
		'every hour',
		'P0',
		'Level 1: ',
		'Step 1: ',
		'Escalation',
		' → ',
		'#incidents',
		'[',
	],
	...['$(date)', '"', "'", '<<EOF', 'if ', 'done', 'rm -rf x', './a.sh', '# Check', '🚨', '\ud83d', '\uFEFF'],
];

suite('hostile text', () => {
	test('there are many families, and each grows as asked', () => {
		const lengths = Object.values(hostileText).map((grow) => grow(4096).length);
		assert.ok(lengths.length >= 100);
		assert.ok(lengths.every((length) => length > 2000 && length < 10_000));
	});

	for (const [name, grow] of Object.entries(hostileText)) {
		test(name, () => assert.doesNotThrow(() => parseRunbook(grow(smallSize))));
	}

	test('deep nesting does not exhaust the stack', () => {
		for (const mark of ['>', '- ', '1. ', '[', '![', '**a ', '(']) {
			assert.doesNotThrow(() => parseRunbook(mark.repeat(4000)));
		}
	});

	test(`${runs} random documents`, () => {
		const document = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...parts) }, fc.string()), {
			maxLength: 60,
		});
		fc.assert(
			fc.property(document, (words) => {
				const { phases } = parseRunbook(words.join(''));
				const ids = phases.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ id }) => id)));
				assert.equal(new Set(ids).size, ids.length);
			}),
			{ numRuns: runs },
		);
	}).timeout(0);
});
