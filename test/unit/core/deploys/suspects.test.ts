import * as assert from 'node:assert/strict';
import { toDeploys } from '../../../../src/core/deploys/assemble';
import { blameArguments, parseBlame } from '../../../../src/core/deploys/blame';
import { findClues, findNamed } from '../../../../src/core/deploys/clues';
import type { LogEntry } from '../../../../src/core/deploys/log';
import { pullRequestOf } from '../../../../src/core/deploys/pullRequest';
import { findReverts } from '../../../../src/core/deploys/reverts';
import { selectDeploys } from '../../../../src/core/deploys/select';
import { findTraced } from '../../../../src/core/deploys/trace';
import { toEntry } from './entry';

suite('core/deploys/pullRequest', () => {
	const rows: readonly [title: string, body: string, expected: number | undefined][] = [
		['Merge pull request #148 from acme/right-size', '', 148],
		['Right-size the pool (#123)', '', 123],
		['Merged in topic (pull request #12)', '', 12],
		['Merged PR 7: Title', '', 7],
		["Merge branch 'topic' into 'main'", 'Title\n\nSee merge request acme/shop!34', 34],
		['Fixes (#12) at last', '', undefined],
		['Fix #12', 'See merge request acme/shop!34 and more', undefined],
	];
	for (const [title, body, expected] of rows) {
		test(`${title} ${body}`, () => assert.equal(pullRequestOf(title, body), expected));
	}
});

suite('core/deploys/reverts', () => {
	/** `2>1`: 2 took 1 back; `3^1`: 3 brings 1 back. */
	function assertFinds(log: readonly LogEntry[], expected: readonly string[]): void {
		const { revertedBy, bringsBack } = findReverts(log);
		const digit = (sha: string) => sha.slice(0, 1);
		assert.deepEqual(
			[
				...[...revertedBy].map(([sha, by]) => `${digit(by.sha)}>${digit(sha)}`),
				...[...bringsBack].map(([sha, what]) => `${digit(sha)}^${digit(what.sha)}`),
			],
			expected,
		);
	}
	const says = (digit: string, id: string) =>
		toEntry(digit, 'Revert it', { body: `Why.\n\nThis reverts commit ${id}.` });

	test('by full and short id', () => {
		assertFinds([says('2', '1'.repeat(40)), toEntry('1', 'One')], ['2>1']);
		assertFinds([says('2', '1111111'), toEntry('1', 'One')], ['2>1']);
	});
	test('by title, of the newest with that title', () =>
		assertFinds([toEntry('3', 'Revert "One" (#9)'), toEntry('2', 'One (#8)'), toEntry('1', 'One')], ['3>2']));
	test('by the number of a request: in the body, in the branch of a merge, at GitLab', () => {
		const merge = toEntry('1', 'Merge pull request #12 from acme/topic');
		assertFinds([toEntry('2', 'Undo', { body: 'Reverts acme/shop#12' }), merge], ['2>1']);
		assertFinds([toEntry('2', 'Merge pull request #13 from acme/revert-12-topic'), merge], ['2>1']);
		const request = toEntry('1', 'Merge', { body: 'See merge request a/b!12' });
		assertFinds([toEntry('2', 'Undo', { body: 'This reverts merge request !12' }), request], ['2>1']);
	});
	test('what is reverted again is in effect, and was brought back', () =>
		assertFinds([says('3', '2222222'), says('2', '1111111'), toEntry('1', 'One')], ['3>2', '3^1']));
	test('nothing takes back what came later, or itself', () => {
		assertFinds([toEntry('2', 'Two'), says('1', '2222222')], []);
		assertFinds([says('1', '1111111')], []);
	});
	test('no revert', () => assertFinds([toEntry('2', 'Revert the polarity'), toEntry('1', 'One')], []));
});

suite('core/deploys/clues', () => {
	const rows: readonly [text: string, files: readonly string[], expected: string | undefined][] = [
		['Checkout errors', ['docs/a.md', 'src/checkout/pay.ts'], 'src/checkout/pay.ts word checkout'],
		['Carts are slow', ['src/cartTotal.ts'], 'src/cartTotal.ts word cart'],
		['See src/pay/', ['lib/src/pay/a.ts'], 'lib/src/pay/a.ts path src/pay'],
		['500 from ./api/pay.ts:42', ['api/pay.ts'], 'api/pay.ts path api/pay.ts'],
		['pay.ts is broken', ['src/checkout.ts', 'src/pay.ts'], 'src/pay.ts path pay.ts'],
		['High error rate in production service', ['src/service/errors.ts', 'config/production.yml'], undefined],
		['api', ['src/api.ts'], undefined],
		['', ['src/a.ts'], undefined],
	];
	for (const [text, files, expected] of rows) {
		test(`${text} in ${files.join()}: ${expected ?? 'none'}`, () => {
			const named = findNamed(files, findClues([text]));
			assert.equal(named && `${named.path} ${named.kind} ${named.clue}`, expected);
		});
	}
});

suite('core/deploys/trace', () => {
	const log = ['5', '4', '3', '2', '1'].map((digit) =>
		toEntry(digit, digit, digit === '4' || digit === '2' ? { tags: ['v'] } : {}),
	);
	const candidates = selectDeploys(log, 9);
	function assertTraced(writtenBy: string, expected: readonly string[]): void {
		const frame = {
			frame: { text: '', path: 'x/a.ts', line: 7 },
			paths: ['a.ts'],
			writtenBy: writtenBy.repeat(40),
		};
		const vague = { frame: { text: '', path: 'b.ts' }, paths: ['b.ts', 'c/b.ts'] };
		const find = findTraced(
			{ commit: '', frames: [frame, vague] },
			candidates,
			log.map(({ sha }) => sha),
		);
		const found = candidates.map((candidate) => {
			const { wrote, changed } = find(candidate, candidate.entry.title === '2' ? ['a.ts', 'b.ts'] : []);
			return `${candidate.entry.title} ${wrote.join()} ${changed.join()}`;
		});
		assert.deepEqual(found, expected);
	}
	test('a deploy that wrote a line', () => assertTraced('2', ['4  ', '2 a.ts:7 a.ts']));
	test('what came between two deploys is of the newer', () => assertTraced('3', ['4 a.ts:7 ', '2  a.ts']));
	test('what is not deployed yet is of none', () => assertTraced('5', ['4  ', '2  a.ts']));
	test('what is older than the list is of the oldest that carried it', () =>
		assertTraced('1', ['4  ', '2 a.ts:7 a.ts']));
	test('what is older than the log is of none', () => assertTraced('9', ['4  ', '2  a.ts']));
});

suite('core/deploys/blame', () => {
	const [a, b] = ['a'.repeat(40), 'b'.repeat(64)];
	test('ids by line, whatever the lines say', () => {
		const output = `${a} 3 5 1\nauthor ${a} 1 2\nsummary x\nfilename f\n\t${b} 1 9 1\n${b} 1 6\nfilename f\n\tx\n`;
		assert.deepEqual(
			[...parseBlame(output)],
			[
				[5, a],
				[6, b],
			],
		);
		assert.equal(parseBlame('fatal: no').size, 0);
	});
	test('the path comes after the guard', () =>
		assert.deepEqual(blameArguments(a, '--output=x', [1, 2]).slice(-7), [
			'-L',
			'1,1',
			'-L',
			'2,2',
			a,
			'--',
			'--output=x',
		]));
});

suite('core/deploys/assemble', () => {
	const at = (time: string) => ({ tags: ['v'], committedAt: `2026-11-23T${time}:00Z` });
	const log = [
		toEntry('5', 'Late', at('12:00')),
		toEntry('4', 'Running (#9)', at('10:00')),
		toEntry('3', 'Revert "Bad"', { ...at('09:00'), body: 'This reverts commit 2222222.' }),
		toEntry('2', 'Bad', at('08:30')),
		toEntry('1', 'Good', at('08:00')),
	];
	const query = { limit: 9, onset: Date.parse('2026-11-23T11:00:00Z') };
	const reading = { log, candidates: selectDeploys(log, 9), details: [] };

	test('says what ran, what ran before, what was reverted, and the request', () =>
		assert.deepEqual(
			toDeploys(reading, query).map(({ title, standing, pullRequest, revertedBy }) =>
				[title, standing, pullRequest, revertedBy?.slice(0, 1)].filter(Boolean).join(' '),
			),
			['Late', 'Running (#9) running 9', 'Revert "Bad" previous', 'Bad 3', 'Good'],
		));
	test('what was reverted is not the deploy to go back to', () => {
		const candidates = selectDeploys(log, 9).filter(({ entry }) => entry.title !== 'Revert "Bad"');
		const previous = toDeploys({ ...reading, candidates }, query).find(
			({ standing }) => standing === 'previous',
		);
		assert.equal(previous?.title, 'Good');
	});
});
