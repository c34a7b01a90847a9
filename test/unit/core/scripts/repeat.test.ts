import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScriptOutcome } from '../../../../src/core/incident/model';
import { cancelledByPerson } from '../../../../src/core/scripts/outcome';
import { startRepeating, stepRepeat, type RepeatPlan } from '../../../../src/core/scripts/repeat';

const minute = 60_000;
const exit = (exitCode: number): ScriptOutcome => ({ kind: 'exited', exitCode });

/** Runs it with these results, each run taking a second; what was said, and how it ended. */
function repeat(plan: RepeatPlan, outcomes: readonly ScriptOutcome[], sleeps = new Map<number, number>()) {
	let state = startRepeating(0);
	let now = 0;
	const said: string[] = [];
	for (const [index, outcome] of outcomes.entries()) {
		const began = now + (sleeps.get(index) ?? 0);
		const at = began + 1000;
		const step = stepRepeat(plan, state, { outcome, began, at });
		state = step.state;
		if (step.say !== undefined) said.push(step.say);
		if (step.next.kind !== 'runAt') return { said, end: step.next.kind, runs: state.runs, at };
		assert.equal(step.next.at, at + plan.everyMs);
		now = step.next.at;
	}
	return { said, end: 'waiting', runs: state.runs, at: now };
}

suite('stepRepeat', () => {
	const untilPasses: RepeatPlan = { everyMs: 9000, okForMs: 0, limitMs: 5 * minute };
	const staysOk: RepeatPlan = { everyMs: 59_000, okForMs: 5 * minute, limitMs: 60 * minute };
	const many = (count: number, outcome: ScriptOutcome): readonly ScriptOutcome[] =>
		Array<ScriptOutcome>(count).fill(outcome);

	test('until it passes: speaks when the result changes, and at the end', () => {
		const { said, end, runs } = repeat(untilPasses, [
			exit(1),
			exit(1),
			exit(2),
			exit(2),
			exit(7),
			exit(0),
			exit(0),
		]);
		assert.deepEqual(said, [
			'exit 1 (failed)',
			'exit 2 (warning), was exit 1 (failed)',
			'exit 7 (failed), was exit 2 (warning)',
			'ok after 6 runs',
		]);
		assert.equal(end, 'passed');
		assert.equal(runs, 6);
	});
	test('passes at once', () => assert.deepEqual(repeat(untilPasses, [exit(0)]).said, ['ok after 1 run']));
	test('gives up at the limit, and not after it', () => {
		const { said, end, at } = repeat(untilPasses, many(100, exit(1)));
		assert.equal(end, 'gaveUp');
		assert.ok(at <= untilPasses.limitMs && at > untilPasses.limitMs - 10_000);
		assert.deepEqual(said, ['exit 1 (failed)', 'not reached within 5 min; last: exit 1 (failed) (30 runs)']);
	});
	test('stays ok: a failure starts the count anew', () => {
		const { said, end, at } = repeat(staysOk, [...many(4, exit(0)), exit(1), ...many(30, exit(0))]);
		assert.deepEqual(said, [
			'exit 0',
			'exit 1 (failed), was exit 0',
			'exit 0, was exit 1 (failed)',
			'ok for 5 min (11 runs)',
		]);
		assert.equal(end, 'passed');
		assert.ok(at >= 10 * minute);
	});
	test('stays ok: a computer that slept has not watched', () => {
		const { end, at } = repeat(staysOk, many(9, exit(0)), new Map([[2, 30 * minute]]));
		assert.equal(end, 'passed');
		assert.ok(at >= 37 * minute, String(at / minute));
	});
	test('no exit code is no pass', () =>
		assert.equal(repeat(untilPasses, many(3, { kind: 'unknown', reason: 'x' })).end, 'waiting'));
	test('cancel stops it', () => {
		const { said, end } = repeat(untilPasses, [exit(1), cancelledByPerson]);
		assert.equal(end, 'stopped');
		assert.deepEqual(said, ['exit 1 (failed)', 'stopped after 2 runs']);
	});

	test('never says the same twice in a row, and never passes on anything but ok', () => {
		const outcome = fc.constantFrom(exit(0), exit(1), exit(2), { kind: 'unknown', reason: 'x' } as const);
		fc.assert(
			fc.property(
				fc.array(outcome, { minLength: 1, maxLength: 40 }),
				fc.constantFrom(0, minute),
				(outcomes, okForMs) => {
					const { said, end, runs } = repeat({ ...untilPasses, okForMs }, outcomes);
					said.forEach((words, index) => assert.notEqual(words, said[index + 1]));
					if (end === 'passed') assert.deepEqual(outcomes[runs - 1], exit(0));
				},
			),
			{ numRuns: 200 },
		);
	});
});
