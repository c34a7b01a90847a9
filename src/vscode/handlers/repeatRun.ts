import type * as vscode from 'vscode';
import type { EventData } from '../../core/incident/events';
import type { ScriptOutcome } from '../../core/incident/model';
import { startRepeating, stepRepeat, type RepeatPlan, type RepeatState } from '../../core/scripts/repeat';
import type { RunEnd } from '../scripts/launch';
import { executeScript } from './executeScript';
import type { RunTools, ScriptRunRequest } from './runScript';

export interface RepeatEnd {
	readonly ending: EventData['repeatEnded']['ending'];
	/** What there is to say about it. */
	readonly words: string;
	readonly runs: number;
	readonly last: RunEnd;
}

export interface RepeatWatch {
	readonly stopped: vscode.CancellationToken;
	/** After each run; `say` is there when the result is another than before. */
	readonly seen: (state: RepeatState, outcome: ScriptOutcome, say: string | undefined) => Promise<void>;
}

/** Runs a check, waits, and runs it again, until the plan or the person ends it. Every run is the one that was shown. */
export async function repeatRun(
	request: ScriptRunRequest,
	plan: RepeatPlan,
	watch: RepeatWatch,
	tools: RunTools,
): Promise<RepeatEnd> {
	let state = startRepeating(tools.clock.now());
	for (;;) {
		const began = tools.clock.now();
		const last = await executeOnce(request, watch.stopped, state, tools);
		const step = stepRepeat(plan, state, { outcome: last.outcome, began, at: tools.clock.now() });
		const { next, say = '' } = step;
		state = step.state;
		if (isStopped(watch)) return stoppedAfter(state, last);
		if (next.kind !== 'runAt') return { ending: next.kind, words: say, runs: state.runs, last };
		await watch.seen(state, last.outcome, step.say);
		await waitUntil(next.at, tools.clock.now(), watch.stopped);
		if (isStopped(watch)) return stoppedAfter(state, last);
	}
}

function isStopped({ stopped }: RepeatWatch): boolean {
	return stopped.isCancellationRequested;
}

/** Its id is its own: an event of the run before that comes late must not end this one. */
function executeOnce(
	request: ScriptRunRequest,
	cancelled: vscode.CancellationToken,
	{ runs }: RepeatState,
	tools: RunTools,
): Promise<RunEnd> {
	const plan = { ...request.plan, run: tools.ids.next() };
	return executeScript({ ...request, plan }, { cancelled, reveal: runs === 0 }, tools);
}

function stoppedAfter({ runs }: RepeatState, last: RunEnd): RepeatEnd {
	return { ending: 'stopped', words: `stopped after ${runs} ${runs === 1 ? 'run' : 'runs'}`, runs, last };
}

function waitUntil(at: number, now: number, stopped: vscode.CancellationToken): Promise<void> {
	return new Promise((resolve) => {
		const finish = (): void => {
			clearTimeout(timer);
			subscription.dispose();
			resolve();
		};
		const timer = setTimeout(finish, Math.max(0, at - now));
		const subscription = stopped.onCancellationRequested(finish);
		if (stopped.isCancellationRequested) finish();
	});
}
