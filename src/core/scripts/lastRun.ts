import type { Instant, RunState } from '../incident/model';
import { formatAge } from '../schedule/age';
import type { Effect } from './effect';
import { outcomeWords, verdictOf, type Verdict } from './outcome';

/** How a script went when it was run last. */
export interface LastRun {
	/** `undefined` while it runs. */
	readonly verdict: Verdict | undefined;
	/** `ok, 3 min ago`; `exit 1 (failed), 2 h ago`; `running, started just now`. */
	readonly words: string;
	readonly by: string;
	readonly startedAt: Instant;
}

/** The run that began last among those that count; `effect` is for runs whose record says none. */
export function lastRun(
	runs: Iterable<RunState>,
	counts: (run: RunState) => boolean,
	{ effect, now }: { readonly effect: Effect; readonly now: Instant },
): LastRun | undefined {
	let last: RunState | undefined;
	for (const run of runs) if (counts(run) && run.startedAt >= (last?.startedAt ?? -Infinity)) last = run;
	return last && { ...last, ...ending(last, last.effect ?? effect, now) };
}

function ending(
	{ outcome, startedAt, finishedAt = startedAt }: RunState,
	effect: Effect,
	now: Instant,
): Pick<LastRun, 'verdict' | 'words'> {
	// The clock of whoever ran it may be ahead of this one.
	const age = (since: Instant): string => formatAge(Math.max(0, now - since));
	if (!outcome) return { verdict: undefined, words: `running, started ${age(startedAt)}` };
	const verdict = verdictOf(outcome, effect);
	const result = verdict === 'ok' ? 'ok' : outcomeWords(outcome, effect);
	return { verdict, words: `${result}, ${age(finishedAt)}` };
}
