import type { Effect } from './effect';

/** How a run ended. Only `exited` has a code, and only the code 0 is a success. */
export type RunOutcome =
	| { readonly kind: 'exited'; readonly exitCode: number }
	/** By *Cancel* or by Ctrl+C in the terminal. */
	| { readonly kind: 'cancelled' }
	| { readonly kind: 'terminalClosed' }
	| { readonly kind: 'timedOut'; readonly afterMs: number }
	/** The window was reloaded or closed in mid-run; what the script did since is not known. */
	| { readonly kind: 'interrupted' }
	| { readonly kind: 'notStarted'; readonly reason: string }
	| { readonly kind: 'unknown'; readonly reason: string };

/** What an outcome means for the responder. `undecided` is neither good nor bad: nobody knows. */
export type Verdict = 'ok' | 'warning' | 'failed' | 'undecided';

export const defaultTimeoutMs = 5 * 60_000;

/** A check that exits 2 warns, as monitoring plug-ins do; a change has no half success. */
export function verdictOf(outcome: RunOutcome, effect: Effect): Verdict {
	if (outcome.kind !== 'exited') return outcome.kind === 'notStarted' ? 'failed' : 'undecided';
	if (outcome.exitCode === 0) return 'ok';
	return outcome.exitCode === 2 && effect === 'check' ? 'warning' : 'failed';
}

/**
 * The outcome that a shell's exit code tells. `undefined` is what a shell without the code reports, never a success.
 * Ctrl+C ends a script with 128 + SIGINT, on Windows with STATUS_CONTROL_C_EXIT.
 */
export function outcomeOfExit(exitCode: number | undefined): RunOutcome {
	if (exitCode === undefined) return { kind: 'unknown', reason: 'the shell reported no exit code' };
	if (exitCode === 130 || exitCode === -1073741510 || exitCode === 0xc000013a) return { kind: 'cancelled' };
	return { kind: 'exited', exitCode };
}

/** `exit 0`, `exit 2 (warning)`, `exit 127 (command not found)`, `timed out after 5 min`. */
export function outcomeWords(outcome: RunOutcome, effect: Effect): string {
	switch (outcome.kind) {
		case 'exited':
			return exitWords(outcome.exitCode, verdictOf(outcome, effect));
		case 'cancelled':
			return 'cancelled';
		case 'terminalClosed':
			return 'result unknown: the terminal was closed before the script ended';
		case 'timedOut':
			return `timed out after ${durationWords(outcome.afterMs)}`;
		case 'interrupted':
			return 'result unknown: the window was reloaded or closed while the script ran';
		case 'notStarted':
			return `not started: ${outcome.reason}`;
		case 'unknown':
			return `result unknown: ${outcome.reason}`;
	}
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
function durationWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
