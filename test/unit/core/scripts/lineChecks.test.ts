import assert from 'node:assert/strict';
import type { ScriptOutcome } from '../../../../src/core/incident/model';
import {
	exitCodeSaysNothing,
	lineChecks,
	summaryOfChecks,
	verdictOfAll,
} from '../../../../src/core/scripts/lineChecks';
import { timedOutAfter } from '../../../../src/core/scripts/outcome';

const health =
	'# Quick health check\ncurl -f https://shop.example/health\ncurl -f https://shop.example/db\n\n# Check error rates\npython -c "\nimport svc\nprint(svc.rate())\n"\n';
const exit = (exitCode: number): ScriptOutcome => ({ kind: 'exited', exitCode });

suite('lineChecks', () => {
	test('each command is a check with its own title, lines and place', () => {
		assert.deepEqual(lineChecks({ text: health, language: 'bash', line: 10 }), [
			{
				title: 'curl -f https://shop.example/health',
				text: 'curl -f https://shop.example/health\n',
				line: 11,
			},
			{ title: 'curl -f https://shop.example/db', text: 'curl -f https://shop.example/db\n', line: 12 },
			{ title: 'Check error rates', text: 'python -c "\nimport svc\nprint(svc.rate())\n"\n', line: 15 },
		]);
	});

	const whole: readonly (readonly [why: string, text: string, language?: string])[] = [
		['one command', 'curl x\n'],
		['a variable', 'H=$(curl x)\ncurl "$H"\n'],
		['a folder', 'cd /srv\nls\n'],
		['an option of the shell', 'set -e\ncurl x\ncurl y\n'],
		['a change among them', 'curl x\nsystemctl restart y\n'],
		['something nobody knows', 'curl x\n./something\n'],
		['another language', 'f()\ng()\n', 'python'],
		['one compound command', 'for h in a b; do\n  curl $h\ndone\n'],
	];
	for (const [why, text, language = 'bash'] of whole)
		test(`stays whole: ${why}`, () => assert.equal(lineChecks({ text, language, line: 1 }), undefined));

	const silent: readonly (readonly [boolean, string])[] = [
		[true, health],
		[true, 'curl x || true\n'],
		[true, 'curl x | head\n'],
		[false, 'curl x\n'],
		[false, 'set -e\ncurl x\ncurl y\n'],
	];
	for (const [expected, text] of silent)
		test(`exit code ${expected ? 'says nothing' : 'counts'}: ${JSON.stringify(text)}`, () =>
			assert.equal(exitCodeSaysNothing({ text, language: 'sh', line: 1 }), expected));
});

suite('results of several checks', () => {
	const cases: readonly (readonly [readonly ScriptOutcome[], string, string])[] = [
		[[exit(0), exit(0)], 'ok', 'All 2 ok.'],
		[[exit(0), exit(2)], 'warning', '1 of 2 ok. “b”: exit 2 (warning).'],
		[[exit(22), exit(2), exit(0)], 'failed', '1 of 3 ok. “a”: exit 22 (failed). “b”: exit 2 (warning).'],
		[
			[timedOutAfter(300_000), exit(0)],
			'undecided',
			'1 of 2 ok. “a”: timed out, result unknown: it was stopped after 5 min.',
		],
		[[], 'undecided', 'Nothing was run.'],
	];
	for (const [outcomes, verdict, summary] of cases) {
		test(summary, () => {
			const results = outcomes.map((outcome, index) => ({ title: 'abc'.charAt(index), outcome }));
			assert.equal(verdictOfAll(results), verdict);
			assert.equal(summaryOfChecks(results), summary);
		});
	}
});
