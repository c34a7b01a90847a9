import { outcomeWords } from '../../scripts/outcome';
import { hasShape, isFiniteNumber, isString, oneOf, optional } from '../guards';
import type { ScriptOutcome } from '../model';
import type { EventRules } from '../rule';
import { isOutcome, unfinished, type ScriptRun } from './scripts';

const endings = ['passed', 'gaveUp', 'stopped'] as const;

/** One check that is run again and again: its start, each change of its result, and its end; not every single run. */
export interface RepeatEvents {
	/** Times in milliseconds, as in `RepeatPlan`. */
	readonly repeatStarted: ScriptRun & {
		readonly everyMs: number;
		readonly okForMs: number;
		readonly limitMs: number;
	};
	/** The first result, or one that differs from the result before. `runs` counts from 1. */
	readonly repeatChanged: ScriptRun & { readonly outcome: ScriptOutcome; readonly runs: number };
	/** `outcome` and `output` are of the last run. */
	readonly repeatEnded: ScriptRun & {
		readonly ending: (typeof endings)[number];
		readonly outcome: ScriptOutcome;
		readonly runs: number;
		readonly output?: string | undefined;
	};
}

const run = { run: isString, title: isString, sha256: isString };
const isTime = (value: unknown): boolean => isFiniteNumber(value) && value >= 0;

export const repeatRules: EventRules<RepeatEvents> = {
	repeatStarted: {
		isData: hasShape({ ...run, everyMs: isTime, okForMs: isTime, limitMs: isTime }),
		apply: (draft, { data: { run: id, title, sha256 }, at, by, writer }) =>
			void draft.runs.set(id, {
				...unfinished,
				...{ title, sha256, effect: 'check', item: undefined, startedAt: at, by, writer },
			}),
		kind: 'script',
		describe: ({ title, ...plan }) => `Repeating check ${planWords(plan)}: ${title}`,
		undoable: false,
	},
	repeatChanged: {
		isData: hasShape({ ...run, outcome: isOutcome, runs: isFiniteNumber }),
		kind: 'script',
		describe: ({ title, outcome, runs }) => `Check ${runs}: ${outcomeWords(outcome, 'check')}: ${title}`,
		undoable: false,
	},
	repeatEnded: {
		isData: hasShape({
			...run,
			ending: oneOf(endings),
			outcome: isOutcome,
			runs: isFiniteNumber,
			output: optional(isString),
		}),
		apply: (draft, { data: { run: id, outcome, output }, at }) => {
			const started = draft.runs.get(id);
			if (started) draft.runs.set(id, { ...started, outcome, output, finishedAt: at });
		},
		kind: 'script',
		describe: ({ title, ending, outcome, runs }) =>
			`${endWords[ending]} after ${runs} ${runs === 1 ? 'check' : 'checks'}, last ${outcomeWords(outcome, 'check')}: ${title}`,
		undoable: false,
	},
};

const endWords: Readonly<Record<(typeof endings)[number], string>> = {
	passed: 'Passed',
	gaveUp: 'Limit reached without passing',
	stopped: 'Repeating stopped',
};

/** `every 30 s until it passes, for 10 min at most`. */
export function planWords({
	everyMs,
	okForMs,
	limitMs,
}: Pick<RepeatEvents['repeatStarted'], 'everyMs' | 'okForMs' | 'limitMs'>): string {
	const goal = okForMs > 0 ? `until it has been ok for ${spanWords(okForMs)}` : 'until it passes';
	return `every ${spanWords(everyMs)} ${goal}, for ${spanWords(limitMs)} at most`;
}

/** `30 s`, `10 min`. */
export function spanWords(ms: number): string {
	return ms % 60_000 === 0 && ms > 0 ? `${ms / 60_000} min` : `${Math.round(ms / 1000)} s`;
}
