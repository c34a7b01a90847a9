import * as vscode from 'vscode';
import type { ScriptOutcome } from '../../core/incident/model';
import { outcomeOfExit } from '../../core/scripts/outcome';
import { copiedOutput, copyingCommand } from '../../core/scripts/copiedOutput';
import { OutputCapture } from '../../core/scripts/output';
import type { Launch, MakeOutputCopy, RunEnd } from './launch';
import { stopWhenAsked } from './stopping';

/**
 * Runs a program as a task with a copy of its output, where that is wanted and can be made. The copy is gone afterwards, whatever
 * happens.
 */
export async function runCopied(launch: Launch, makeCopy: MakeOutputCopy): Promise<RunEnd> {
	const copy = launch.keepsOutput ? await makeCopy(launch.run) : undefined;
	if (!copy) return runAsTask(launch);
	try {
		const args = copyingCommand([launch.program, ...launch.args], copy.path, vscode.env.shell);
		const { outcome } = await runAsTask({ ...launch, program: 'sh', args });
		const capture = new OutputCapture();
		capture.add(copiedOutput(await copy.read()));
		return { outcome, output: capture.kept(launch.secrets ?? []) };
	} finally {
		await copy.remove();
	}
}

/**
 * Runs a program as a task, which has a terminal and an exit code of its own in any shell; its output stays there. The
 * run's id makes the task its own: VS Code takes two tasks with equal definitions for one that runs already.
 */
function runAsTask(launch: Launch): Promise<RunEnd> {
	const isOurs = (other: vscode.TaskExecution): boolean => other.task.definition['run'] === launch.run;
	return new Promise((resolve, reject) => {
		const started: { execution?: vscode.TaskExecution; stopped?: ScriptOutcome } = {};
		const finish = (outcome: ScriptOutcome): void => {
			subscriptions.dispose();
			resolve({ outcome: started.stopped ?? outcome, output: undefined });
		};
		const subscriptions = vscode.Disposable.from(
			vscode.tasks.onDidEndTaskProcess((event) => {
				if (isOurs(event.execution)) finish(endOfTask(event.exitCode));
			}),
			// Without a process there is only this one; with one it comes after the exit code.
			vscode.tasks.onDidEndTask((event) => {
				if (isOurs(event.execution))
					finish({ kind: 'notStarted', reason: `${launch.program} could not be started` });
			}),
			// VS Code ends the whole tree of a task's processes.
			stopWhenAsked(launch, [{ act: () => started.execution?.terminate(), graceMs: 10_000 }], {
				stopped: (why) => (started.stopped = why),
				givenUp: () => {
					delete started.stopped;
					finish({ kind: 'unknown', reason: 'it did not stop, and may still run in its terminal' });
				},
			}),
		);
		vscode.tasks.executeTask(taskOf(launch)).then(
			(execution) => {
				started.execution = execution;
				if (started.stopped) execution.terminate();
			},
			(error: unknown) => {
				subscriptions.dispose();
				reject(error instanceof Error ? error : new Error(String(error)));
			},
		);
	});
}

/** VS Code reports no code when the person closes the task's terminal. */
function endOfTask(exitCode: number | undefined): ScriptOutcome {
	return exitCode === undefined
		? { kind: 'closed', reason: 'its terminal was closed before the script ended' }
		: outcomeOfExit(exitCode);
}

function taskOf({ run, title, program, args, cwd, environment = {}, reveal }: Launch): vscode.Task {
	const options = { cwd: cwd.fsPath, env: { ...environment } };
	const execution = new vscode.ProcessExecution(program, [...args], options);
	const definition = { type: 'runbookResponse', run };
	const task = new vscode.Task(definition, vscode.TaskScope.Workspace, title, 'Incident', execution);
	task.presentationOptions = {
		reveal: reveal ? vscode.TaskRevealKind.Always : vscode.TaskRevealKind.Never,
		focus: false,
	};
	return task;
}
