import type { ScriptOutcome } from '../incident/model';
import type { Effect } from './effect';

/** What an outcome means for the responder. `undecided` is neither good nor bad: nobody knows. */
export type Verdict = 'ok' | 'warning' | 'failed' | 'undecided';

export const defaultTimeoutMs = 5 * 60_000;

/** A check that exits 2 warns, as monitoring plug-ins do; a change has no half success. */
export function verdictOf(outcome: ScriptOutcome, effect: Effect): Verdict {
	if (outcome.kind !== 'exited') return outcome.kind === 'notStarted' ? 'failed' : 'undecided';
	if (outcome.exitCode === 0) return 'ok';
	return outcome.exitCode === 2 && effect === 'check' ? 'warning' : 'failed';
}

/**
 * The outcome that a shell's exit code tells. `undefined` is what a shell without the code reports, never a success.
 * Ctrl+C ends a script with 128 + SIGINT, on Windows with STATUS_CONTROL_C_EXIT.
 */
export function outcomeOfExit(exitCode: number | undefined): ScriptOutcome {
	if (exitCode === undefined) return { kind: 'unknown', reason: 'the shell reported no exit code' };
	if (exitCode === 130 || exitCode === -1073741510 || exitCode === 0xc000013a)
		return { kind: 'cancelled', reason: 'by Ctrl+C' };
	return { kind: 'exited', exitCode };
}

/** Ends that no exit code tells. */
export const cancelledByPerson: ScriptOutcome = { kind: 'cancelled', reason: 'by Cancel' };
export const terminalClosed: ScriptOutcome = {
	kind: 'closed',
	reason: 'the terminal was closed before the script ended',
};
/** For a run whose end nobody saw: its window is gone. */
export const windowGone: ScriptOutcome = {
	kind: 'interrupted',
	reason: 'the window was reloaded or closed while the script ran',
};

export function timedOutAfter(ms: number): ScriptOutcome {
	return { kind: 'timedOut', reason: `it was stopped after ${durationWords(ms)}` };
}

/** `exit 0`, `exit 2 (warning)`, `exit 127 (command not found)`, `result unknown: the terminal was closed …`. */
export function outcomeWords(outcome: ScriptOutcome, effect: Effect): string {
	switch (outcome.kind) {
		case 'exited':
			return exitWords(outcome.exitCode, verdictOf(outcome, effect));
		case 'cancelled':
			return `cancelled: ${outcome.reason}`;
		case 'notStarted':
			return `not started: ${outcome.reason}`;
		case 'timedOut':
			return `timed out, result unknown: ${outcome.reason}`;
		case 'closed':
		case 'interrupted':
		case 'unknown':
			return `result unknown: ${outcome.reason}`;
	}
}

/** A result as it is told; `unrecorded` is why it is not in the record: `exit 3 (failed), and it is not recorded: …`. */
export function toldWords(words: string, unrecorded: string | undefined): string {
	return unrecorded === undefined
		? words
		: `${words.replace(/\.$/, '')}, and it is not recorded: ${unrecorded}`;
}

/** What shells mean by these codes: POSIX 2.8.2, and 128 plus the signal's number. */
const knownCodes: ReadonlyMap<number, string> = new Map([
	[126, 'not executable'],
	[127, 'command not found'],
	[129, 'hung up'],
	[134, 'aborted'],
	[137, 'killed'],
	[139, 'crashed'],
	[141, 'broken pipe'],
	[143, 'terminated'],
]);

function exitWords(exitCode: number, verdict: Verdict): string {
	if (verdict === 'ok') return 'exit 0';
	const meaning = verdict === 'warning' ? 'warning' : (knownCodes.get(exitCode) ?? 'failed');
	return `exit ${exitCode} (${meaning})`;
}

/** `45 s`, `5 min`, `90 s`. */
export function durationWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
