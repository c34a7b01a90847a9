import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { detailArguments, listArguments, parseLog, type LogEntry } from '../../../../src/core/deploys/log';

const first = '1'.repeat(40);
const second = '2'.repeat(40);
const zero = '0'.repeat(40);

function toRecord(fields: Partial<Record<'sha' | 'parents' | 'refs' | 'title' | 'body', string>>): string {
	const { sha = first, parents = second, refs = '', title = 'Title', body = '' } = fields;
	return [sha, parents, 'Ada', '2026-11-23T03:04:05+01:00', refs, title, body, ''].join('\0');
}

function toEntry(fields: Partial<LogEntry>): LogEntry {
	return {
		sha: first,
		parents: [second],
		author: 'Ada',
		committedAt: '2026-11-23T03:04:05+01:00',
		tags: [],
		cut: false,
		title: 'Title',
		body: '',
		files: [],
		...fields,
	};
}

function withNuls(...tokens: readonly string[]): string {
	return tokens.map((token) => `${token}\0`).join('');
}

const count = (path: string, insertions: number, deletions: number) => ({ path, insertions, deletions });

suite('core/deploys/log', () => {
	const rows: readonly [name: string, output: string, expected: readonly LogEntry[]][] = [
		['nothing', '', []],
		['one commit', toRecord({}), [toEntry({})]],
		[
			'two commits, a root and a merge',
			toRecord({ parents: `${second} ${first}` }) + toRecord({ parents: '' }),
			[toEntry({ parents: [second, first] }), toEntry({ parents: [] })],
		],
		['a SHA-256 repository', toRecord({ sha: 'a'.repeat(64) }), [toEntry({ sha: 'a'.repeat(64) })]],
		[
			'tags, one with a comma, and other refs',
			toRecord({ refs: 'tag: refs/tags/v1, tag: refs/tags/a,b, tag: refs/tags/rel/2, refs/heads/tag' }),
			[toEntry({ tags: ['v1', 'a,b', 'rel/2'] })],
		],
		[
			'the end of a shallow clone',
			toRecord({ refs: 'grafted', parents: '' }),
			[toEntry({ parents: [], cut: true })],
		],
		[
			'a body that looks like our format',
			toRecord({ body: `${first}\n\n1\t2\tfake\nòò\n` }) + toRecord({}),
			[toEntry({ body: `${first}\n\n1\t2\tfake\nòò` }), toEntry({})],
		],
		[
			'a title and a body that are numbers of lines',
			toRecord({ title: '1\t2\tfake', body: '3\t4\tfake' }),
			[toEntry({ title: '1\t2\tfake', body: '3\t4\tfake' })],
		],
		[
			'counts, a binary file and odd names',
			toRecord({}) +
				withNuls('\n12\t3\ta b.ts', '-\t-\tlogo.png', '1\t0\tn\nl\t"q" 🚒', `0\t0\t${first}`) +
				toRecord({}),
			[
				toEntry({
					files: [
						count('a b.ts', 12, 3),
						count('logo.png', 0, 0),
						count('n\nl\t"q" 🚒', 1, 0),
						count(first, 0, 0),
					],
				}),
				toEntry({}),
			],
		],
		[
			'names only, one of them an object id',
			toRecord({}) +
				withNuls(`\n:100644 100644 ${first} ${second} M`, 'a b') +
				withNuls(`:000000 100644 ${zero} ${first} A`, first) +
				toRecord({}),
			[toEntry({ files: [count('a b', 0, 0), count(first, 0, 0)] }), toEntry({})],
		],
		['a record that is cut short', toRecord({}) + toRecord({}).slice(0, -1), [toEntry({})]],
		['a count that is cut short', `${toRecord({})}\n1\t0\tsrc/ap`, [toEntry({})]],
		[
			'a name that is cut short',
			`${toRecord({})}\n:100644 100644 ${first} ${second} M\0src/ap`,
			[toEntry({})],
		],
		['text before the first record', `warning: x\0${toRecord({})}`, []],
		['text after a record', `${toRecord({})}fatal: x\0${toRecord({})}`, [toEntry({})]],
		['an abbreviated id', toRecord({ sha: 'abc1234' }), []],
	];
	for (const [name, output, expected] of rows) {
		test(`parses ${name}`, () => assert.deepEqual(parseLog(output), expected));
	}

	test('reads anything, and every cut of real output gives a start of its entries', () => {
		const token = fc.constantFrom(
			first,
			'\n1\t2\tx',
			`:100644 100644 ${first} ${second} M`,
			'',
			'text',
			'-\t-\tx',
		);
		fc.assert(
			fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
				parseLog(tokens.join('\0'));
			}),
			{ numRuns: 200 },
		);
		const whole = `${toRecord({ body: 'b' })}\n1\t0\ta\0${toRecord({ sha: second })}`;
		for (let length = 0; length < whole.length; length++) {
			const entries = parseLog(whole.slice(0, length));
			assert.ok(entries.length <= 1, `${length} characters give ${entries.length} entries`);
		}
	});

	test('puts the revision where it can only be a revision', () => {
		const args = listArguments('refs/heads/main', 30);
		assert.deepEqual(args.slice(-3), ['--end-of-options', 'refs/heads/main', '--']);
		assert.ok(args.includes('--max-count=30'));
	});

	for (const args of [listArguments('HEAD', 1), detailArguments('counts'), detailArguments('names')]) {
		test(`runs no program that the repository names: ${args.slice(0, 3).join(' ')}`, () => {
			const needed = [
				'--no-show-signature',
				...(args.includes('--stdin') ? ['--no-ext-diff', '--no-textconv'] : []),
			];
			assert.deepEqual(
				needed.filter((option) => !args.includes(option)),
				[],
			);
		});
	}
});
