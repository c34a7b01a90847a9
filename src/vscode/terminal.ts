import * as vscode from 'vscode';
import type { ScriptOutcome } from '../core/incident/model';

/** A program with its arguments, the script's private file last; nothing of it is ever parsed by us as shell text. */
export interface Launch {
	/** Random, of this run alone. */
	readonly run: string;
	readonly title: string;
	readonly terminalName: string;
	readonly cwd: vscode.Uri;
	readonly program: string;
	readonly args: readonly string[];
}

/** How long a new terminal may take to report its shell integration, milliseconds; measured 0.6 to 2.6 s. */
const integrationWaitMs = 5000;

/** Runs scripts in terminals of its own: one at a time in each, where the person was told it would run. */
export class ScriptTerminals implements vscode.Disposable {
	/** The terminals we made, free ones as well as busy ones. */
	readonly #own = new Set<vscode.Terminal>();
	/** Something runs in these, ours or what the person typed: a new command line would interrupt it with ^C. */
	readonly #busy = new Set<vscode.Terminal>();
	readonly #subscriptions = vscode.Disposable.from(
		vscode.window.onDidStartTerminalShellExecution(({ terminal }) => this.#busy.add(terminal)),
		vscode.window.onDidEndTerminalShellExecution(({ terminal }) => this.#busy.delete(terminal)),
		vscode.window.onDidCloseTerminal((terminal) => {
			this.#own.delete(terminal);
			this.#busy.delete(terminal);
		}),
	);

	/**
	 * Runs one command line and waits for its end. Without shell integration it runs as a task, which reports an exit
	 * code of its own. The focus stays where it is.
	 */
	async run(launch: Launch): Promise<ScriptOutcome> {
		const terminal = this.#freeTerminal(launch);
		this.#busy.add(terminal);
		terminal.show(true);
		try {
			const integration = await shellIntegrationOf(terminal);
			if (!integration) return await runAsTask(launch);
			return await endOf(terminal, () => integration.executeCommand(launch.program, [...launch.args]));
		} finally {
			this.#busy.delete(terminal);
		}
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	/** A terminal is used again only while nothing runs in it and it stands in the right folder. */
	#freeTerminal({ terminalName, cwd }: Launch): vscode.Terminal {
		const free = [...this.#own].find(
			(terminal) =>
				terminal.name === terminalName &&
				terminal.exitStatus === undefined &&
				!this.#busy.has(terminal) &&
				terminal.shellIntegration?.cwd?.path === cwd.path,
		);
		if (free) return free;
		const options = { name: terminalName, cwd, iconPath: new vscode.ThemeIcon('flame') };
		const terminal = vscode.window.createTerminal(options);
		this.#own.add(terminal);
		return terminal;
	}
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

/** Listens before it starts: a command can end before the next line of ours runs. */
function endOf(
	terminal: vscode.Terminal,
	start: () => vscode.TerminalShellExecution,
): Promise<ScriptOutcome> {
	return new Promise((resolve) => {
		const subscriptions: vscode.Disposable[] = [];
		const finish = (outcome: ScriptOutcome): void => {
			vscode.Disposable.from(...subscriptions).dispose();
			resolve(outcome);
		};
		const started: { execution?: vscode.TerminalShellExecution } = {};
		subscriptions.push(
			vscode.window.onDidEndTerminalShellExecution((event) => {
				if (event.execution === started.execution) finish(outcomeOf(event.exitCode));
			}),
			vscode.window.onDidCloseTerminal((closed) => {
				if (closed === terminal) finish(unknownBecause('the terminal was closed before the script ended'));
			}),
		);
		started.execution = start();
	});
}

/** The run's id makes the task its own: VS Code takes two tasks with equal definitions for one that runs already. */
function runAsTask(launch: Launch): Promise<ScriptOutcome> {
	const execution = new vscode.ProcessExecution(launch.program, [...launch.args], { cwd: launch.cwd.fsPath });
	const definition = { type: 'runbookResponse', run: launch.run };
	const task = new vscode.Task(definition, vscode.TaskScope.Workspace, launch.title, 'Incident', execution);
	task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, focus: false };
	const isOurs = (other: vscode.TaskExecution): boolean => other.task.definition['run'] === launch.run;
	return new Promise((resolve, reject) => {
		const finish = (outcome: ScriptOutcome): void => {
			subscriptions.dispose();
			resolve(outcome);
		};
		const subscriptions = vscode.Disposable.from(
			vscode.tasks.onDidEndTaskProcess((event) => {
				if (isOurs(event.execution)) finish(outcomeOf(event.exitCode));
			}),
			// Without a process there is only this one; with one it comes after the exit code.
			vscode.tasks.onDidEndTask((event) => {
				if (isOurs(event.execution)) finish(unknownBecause(`${launch.program} could not be started`));
			}),
		);
		vscode.tasks.executeTask(task).then(undefined, (error: unknown) => {
			subscriptions.dispose();
			reject(error instanceof Error ? error : new Error(String(error)));
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
