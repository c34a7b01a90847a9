import * as vscode from 'vscode';
import type { ScriptOutcome } from '../core/incident/events';

/** A program with its arguments, the script's private file last; nothing of it is ever parsed by us as shell text. */
export interface Launch {
	readonly title: string;
	readonly terminalName: string;
	readonly cwd: vscode.Uri;
	readonly program: string;
	readonly args: readonly string[];
}

/** How long a new terminal may take to report its shell integration, milliseconds; measured 0.6 to 2.6 s. */
const integrationWaitMs = 5000;

/**
 * Runs one command line in the incident's terminal and waits for its end. Without shell integration it runs as a task,
 * which reports an exit code of its own. The focus stays where it is.
 */
export async function runInTerminal(launch: Launch): Promise<ScriptOutcome> {
	const terminal = terminalFor(launch);
	terminal.show(true);
	const integration = await shellIntegrationOf(terminal);
	if (!integration) return runAsTask(launch);
	const execution = integration.executeCommand(launch.program, [...launch.args]);
	return endOfExecution(terminal, execution);
}

function terminalFor({ terminalName, cwd }: Launch): vscode.Terminal {
	const open = vscode.window.terminals.find(
		(terminal) => terminal.name === terminalName && terminal.exitStatus === undefined,
	);
	return (
		open ?? vscode.window.createTerminal({ name: terminalName, cwd, iconPath: new vscode.ThemeIcon('flame') })
	);
}

function shellIntegrationOf(terminal: vscode.Terminal): Promise<vscode.TerminalShellIntegration | undefined> {
	if (terminal.shellIntegration) return Promise.resolve(terminal.shellIntegration);
	return new Promise((resolve) => {
		const finish = (integration: vscode.TerminalShellIntegration | undefined): void => {
			clearTimeout(timer);
			changed.dispose();
			resolve(integration);
		};
		const timer = setTimeout(() => finish(undefined), integrationWaitMs);
		const changed = vscode.window.onDidChangeTerminalShellIntegration((event) => {
			if (event.terminal === terminal) finish(event.shellIntegration);
		});
	});
}

function endOfExecution(
	terminal: vscode.Terminal,
	execution: vscode.TerminalShellExecution,
): Promise<ScriptOutcome> {
	return new Promise((resolve) => {
		const finish = (outcome: ScriptOutcome): void => {
			ended.dispose();
			closed.dispose();
			resolve(outcome);
		};
		const ended = vscode.window.onDidEndTerminalShellExecution((event) => {
			if (event.execution === execution) finish(outcomeOf(event.exitCode));
		});
		const closed = vscode.window.onDidCloseTerminal((closedTerminal) => {
			if (closedTerminal === terminal)
				finish(unknownBecause('the terminal was closed before the script ended'));
		});
	});
}

async function runAsTask(launch: Launch): Promise<ScriptOutcome> {
	const execution = new vscode.ProcessExecution(launch.program, [...launch.args], { cwd: launch.cwd.fsPath });
	const definition = { type: 'runbookResponse' };
	const task = new vscode.Task(definition, vscode.TaskScope.Workspace, launch.title, 'Incident', execution);
	task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, focus: false };
	const running = await vscode.tasks.executeTask(task);
	return new Promise((resolve) => {
		const ended = vscode.tasks.onDidEndTaskProcess((event) => {
			if (event.execution !== running) return;
			ended.dispose();
			resolve(outcomeOf(event.exitCode));
		});
	});
}

function outcomeOf(exitCode: number | undefined): ScriptOutcome {
	return exitCode === undefined
		? unknownBecause('the shell reported no exit code')
		: { kind: 'exited', exitCode };
}

function unknownBecause(reason: string): ScriptOutcome {
	return { kind: 'unknown', reason };
}
