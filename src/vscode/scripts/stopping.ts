import * as vscode from 'vscode';
import type { ScriptOutcome } from '../../core/incident/model';
import { cancelledByPerson, timedOutAfter } from '../../core/scripts/outcome';
import type { Launch } from './launch';

/** What is tried one after the other to stop a run, with what is waited for each to work, milliseconds. */
export interface StopStep {
	readonly act: () => void;
	readonly graceMs: number;
}

/**
 * Watches for Cancel and for the time-out, and then stops the run step by step. `stopped` is told why as soon as it
 * begins, `givenUp` when the last step has not worked either. Dispose it when the run has ended.
 */
export function stopWhenAsked(
	launch: Pick<Launch, 'timeoutMs' | 'cancelled'>,
	steps: readonly StopStep[],
	tell: { readonly stopped: (why: ScriptOutcome) => void; readonly givenUp: () => void },
): vscode.Disposable {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopping = false;
	const stop = (why: ScriptOutcome): void => {
		if (stopping) return;
		stopping = true;
		clearTimeout(timer);
		tell.stopped(why);
		next(0);
	};
	const next = (index: number): void => {
		const step = steps[index];
		if (!step) {
			tell.givenUp();
			return;
		}
		step.act();
		timer = setTimeout(() => next(index + 1), step.graceMs);
	};
	timer = setTimeout(() => stop(timedOutAfter(launch.timeoutMs)), launch.timeoutMs);
	const subscription = launch.cancelled.onCancellationRequested(() => stop(cancelledByPerson));
	if (launch.cancelled.isCancellationRequested) stop(cancelledByPerson);
	return new vscode.Disposable(() => {
		stopping = true;
		clearTimeout(timer);
		subscription.dispose();
	});
}
