import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScriptOutcome } from '../../../../src/core/incident/model';
import type { Effect } from '../../../../src/core/scripts/effect';
import {
	cancelledByPerson,
	outcomeOfExit,
	outcomeWords,
	terminalClosed,
	timedOutAfter,
	toldWords,
	verdictOf,
	windowGone,
	type Verdict,
} from '../../../../src/core/scripts/outcome';

suite('outcome', () => {
	const cases: readonly (readonly [ScriptOutcome, Effect, Verdict, string])[] = [
		[{ kind: 'exited', exitCode: 0 }, 'check', 'ok', 'exit 0'],
		[{ kind: 'exited', exitCode: 1 }, 'check', 'failed', 'exit 1 (failed)'],
		[{ kind: 'exited', exitCode: 2 }, 'check', 'warning', 'exit 2 (warning)'],
		[{ kind: 'exited', exitCode: 2 }, 'change', 'failed', 'exit 2 (failed)'],
		[{ kind: 'exited', exitCode: 2 }, 'unknown', 'failed', 'exit 2 (failed)'],
		[{ kind: 'exited', exitCode: 127 }, 'change', 'failed', 'exit 127 (command not found)'],
		[{ kind: 'exited', exitCode: 137 }, 'check', 'failed', 'exit 137 (killed)'],
		[cancelledByPerson, 'check', 'undecided', 'cancelled: by Cancel'],
		[terminalClosed, 'check', 'undecided', 'result unknown: the terminal was closed before the script ended'],
		[timedOutAfter(300_000), 'check', 'undecided', 'timed out, result unknown: it was stopped after 5 min'],
		[timedOutAfter(90_000), 'check', 'undecided', 'timed out, result unknown: it was stopped after 90 s'],
		[
			windowGone,
			'change',
			'undecided',
			'result unknown: the window was reloaded or closed while the script ran',
		],
		[{ kind: 'notStarted', reason: 'zsh is not there' }, 'change', 'failed', 'not started: zsh is not there'],
		[{ kind: 'unknown', reason: 'x' }, 'change', 'undecided', 'result unknown: x'],
	];
	for (const [outcome, effect, verdict, words] of cases) {
		test(`${effect}: ${words}`, () => {
			assert.equal(verdictOf(outcome, effect), verdict);
			assert.equal(outcomeWords(outcome, effect), words);
		});
	}

	const exits: readonly (readonly [number | undefined, ScriptOutcome['kind']])[] = [
		[0, 'exited'],
		[2, 'exited'],
		[143, 'exited'],
		[130, 'cancelled'],
		[-1073741510, 'cancelled'],
		[3221225786, 'cancelled'],
		[undefined, 'unknown'],
	];
	for (const [code, kind] of exits)
		test(`exit ${code ?? 'unknown'} is ${kind}`, () => assert.equal(outcomeOfExit(code).kind, kind));

	const told: readonly (readonly [string, string | undefined, string])[] = [
		['exit 3 (failed)', undefined, 'exit 3 (failed)'],
		['exit 3 (failed)', 'the disk is full.', 'exit 3 (failed), and it is not recorded: the disk is full.'],
		['All 2 ok.', 'the disk is full.', 'All 2 ok, and it is not recorded: the disk is full.'],
	];
	for (const [words, unrecorded, expected] of told)
		test(`a result is told whether it is recorded or not: ${expected}`, () =>
			assert.equal(toldWords(words, unrecorded), expected));

	test('nothing but the code 0 is ever a success', () => {
		const effect = fc.constantFrom<Effect>('check', 'change', 'unknown');
		fc.assert(
			fc.property(fc.option(fc.integer(), { nil: undefined }), effect, (code, kind) => {
				const verdict = verdictOf(outcomeOfExit(code), kind);
				assert.equal(verdict === 'ok', code === 0);
			}),
		);
	});
});
