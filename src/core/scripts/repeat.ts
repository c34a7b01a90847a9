import { spanWords } from '../incident/events/repeats';
import type { ScriptOutcome } from '../incident/model';
import { outcomeWords, verdictOf, type Verdict } from './outcome';

/** How a check is repeated. Times in milliseconds. */
export interface RepeatPlan {
	/** From the end of one run to the start of the next. */
	readonly everyMs: number;
	/** 0: until it passes once. Else until it has been ok for so long without a break: `Monitor stability 30+ min`. */
	readonly okForMs: number;
	/** When to give up, counted from the start. */
	readonly limitMs: number;
}

export interface RepeatState {
	readonly startedAt: number;
	readonly runs: number;
	readonly last: { readonly verdict: Verdict; readonly words: string; readonly at: number } | undefined;
	/** Since when every run was ok; `undefined` when the last was not. */
	readonly okSince: number | undefined;
}

export interface RepeatStep {
	readonly state: RepeatState;
	/** What there is to say; nothing while the result stays what it was. */
	readonly say: string | undefined;
	readonly next:
		| { readonly kind: 'runAt'; readonly at: number }
		| { readonly kind: 'passed' }
		| { readonly kind: 'gaveUp' }
		/** The person stopped it. */
		| { readonly kind: 'stopped' };
}

export function startRepeating(at: number): RepeatState {
	return { startedAt: at, runs: 0, last: undefined, okSince: undefined };
}

/**
 * What follows from one more run that began at `began` and ended at `at`. Pure: the caller has the clock and the timer.
 */
export function stepRepeat(
	plan: RepeatPlan,
	state: RepeatState,
	run: { readonly outcome: ScriptOutcome; readonly began: number; readonly at: number },
): RepeatStep {
	const { outcome, began, at } = run;
	const verdict = verdictOf(outcome, 'check');
	const words = outcomeWords(outcome, 'check');
	const okSince = verdict === 'ok' ? okSinceOf(plan, state, began) : undefined;
	const after = { startedAt: state.startedAt, runs: state.runs + 1, last: { verdict, words, at }, okSince };
	const next = nextOf(plan, after, outcome, at);
	return { state: after, say: saying(plan, state, after, next), next };
}

/** A computer that slept saw nothing meanwhile: a pause much longer than planned starts the count anew. */
function okSinceOf({ everyMs }: RepeatPlan, { okSince, last }: RepeatState, began: number): number {
	const paused = last === undefined || began - last.at > 2 * everyMs + 10_000;
	return paused ? began : (okSince ?? began);
}

function nextOf(
	{ everyMs, okForMs, limitMs }: RepeatPlan,
	{ startedAt, okSince }: RepeatState,
	outcome: ScriptOutcome,
	at: number,
): RepeatStep['next'] {
	if (outcome.kind === 'cancelled') return { kind: 'stopped' };
	if (okSince !== undefined && at - okSince >= okForMs) return { kind: 'passed' };
	if (at + everyMs - startedAt >= limitMs) return { kind: 'gaveUp' };
	return { kind: 'runAt', at: at + everyMs };
}

function saying(
	{ okForMs, limitMs }: RepeatPlan,
	before: RepeatState,
	{ last, runs }: RepeatState,
	next: RepeatStep['next'],
): string | undefined {
	const words = last?.words ?? '';
	const times = `${runs} ${runs === 1 ? 'run' : 'runs'}`;
	switch (next.kind) {
		case 'passed':
			return okForMs > 0 ? `ok for ${spanWords(okForMs)} (${times})` : `ok after ${times}`;
		case 'gaveUp':
			return `not reached within ${spanWords(limitMs)}; last: ${words} (${times})`;
		case 'stopped':
			return `stopped after ${times}`;
		case 'runAt':
			if (words === before.last?.words) return undefined;
			return before.last === undefined ? words : `${words}, was ${before.last.words}`;
	}
}
