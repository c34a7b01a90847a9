import * as vscode from 'vscode';
import type { ScriptOutcome } from '../../core/incident/model';
import { outcomeOfExit, terminalClosed } from '../../core/scripts/outcome';
import { OutputCapture } from '../../core/scripts/output';
import { commandLine } from '../../core/scripts/preview';
import type { EndDescendants, Launch, RunEnd } from './launch';
import { stopWhenAsked, type StopStep } from './stopping';

/** Longest wait for output that is still on its way when the end of a command is reported, milliseconds. */
const lastOutputMs = 1000;

/** Runs one command line through shell integration. Listens before it starts: a command can end at once. */
export function runInShell(
	terminal: vscode.Terminal,
	integration: vscode.TerminalShellIntegration,
	launch: Launch,
	endDescendants: EndDescendants,
): Promise<RunEnd> {
	return new Promise((resolve) => {
		const capture = new OutputCapture();
		const started: {
			execution?: vscode.TerminalShellExecution;
			reading?: Promise<void>;
			stopped?: ScriptOutcome;
		} = {};
		const finish = (outcome: ScriptOutcome): void => {
			subscriptions.dispose();
			void within(lastOutputMs, started.reading).then(() =>
				resolve({ outcome: started.stopped ?? outcome, output: capture.kept(launch.secrets ?? []) }),
			);
		};
		const subscriptions = vscode.Disposable.from(
			vscode.window.onDidEndTerminalShellExecution((event) => {
				if (event.execution === started.execution) finish(outcomeOfExit(event.exitCode));
			}),
			vscode.window.onDidCloseTerminal((closed) => {
				if (closed === terminal) finish(terminalClosed);
			}),
			stopWhenAsked(launch, stopSteps(terminal, endDescendants), {
				stopped: (why) => (started.stopped = why),
				givenUp: () => {
					const why = started.stopped?.kind === 'timedOut' ? 'after its time-out' : 'when it was cancelled';
					delete started.stopped;
					finish({ kind: 'unknown', reason: `it did not stop ${why}, and may still run in the terminal` });
				},
			}),
		);
		started.execution = integration.executeCommand(commandLine([launch.program, ...launch.args]));
		started.reading = readAll(started.execution.read(), capture);
	});
}

/** As a person would do it first: Ctrl+C; then what the shell has started is ended, at last by force. */
function stopSteps(terminal: vscode.Terminal, endDescendants: EndDescendants): readonly StopStep[] {
	const end = (force: boolean) => (): void => {
		void terminal.processId.then((pid) => (pid === undefined ? undefined : endDescendants(pid, force)));
	};
	return [
		{ act: () => terminal.sendText('\u0003', false), graceMs: 5000 },
		{ act: end(false), graceMs: 3000 },
		{ act: end(true), graceMs: 3000 },
	];
}

async function readAll(pieces: AsyncIterable<string>, capture: OutputCapture): Promise<void> {
	for await (const piece of pieces) capture.add(piece);
}

function within(ms: number, work: Promise<void> | undefined): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms);
		// Output that cannot be read is no reason to lose the outcome.
		void Promise.resolve(work)
			.catch(() => undefined)
			.then(() => {
				clearTimeout(timer);
				resolve();
			});
	});
}
