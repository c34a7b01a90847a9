import * as vscode from 'vscode';
import type { ScriptOutcome } from '../core/incident/model';
import type { EndDescendants, Launch, MakeOutputCopy, RunEnd } from './scripts/launch';
import { runInShell } from './scripts/shellRun';
import { runCopied } from './scripts/taskRun';

/** How long a new terminal may take to report its shell integration, milliseconds; measured 0.6 to 2.6 s. */
const integrationWaitMs = 5000;

/** Runs scripts in terminals of its own: one at a time in each, where the person was told it would run. */
export class ScriptTerminals implements vscode.Disposable {
	/** The terminals we made, free ones as well as busy ones. */
	readonly #own = new Set<vscode.Terminal>();
	/** Something runs in these, ours or what the person typed: a new command line would interrupt it with ^C. */
	readonly #busy = new Set<vscode.Terminal>();
	readonly #endDescendants: EndDescendants;
	readonly #makeOutputCopy: MakeOutputCopy;
	readonly #subscriptions = vscode.Disposable.from(
		vscode.window.onDidStartTerminalShellExecution(({ terminal }) => this.#busy.add(terminal)),
		vscode.window.onDidEndTerminalShellExecution(({ terminal }) => this.#busy.delete(terminal)),
		vscode.window.onDidCloseTerminal((terminal) => {
			this.#own.delete(terminal);
			this.#busy.delete(terminal);
		}),
	);

	constructor(endDescendants: EndDescendants, makeOutputCopy: MakeOutputCopy) {
		this.#endDescendants = endDescendants;
		this.#makeOutputCopy = makeOutputCopy;
	}

	/**
	 * Runs one command line and waits for its end. Without shell integration it runs as a task, which reports an exit
	 * code of its own. The focus stays where it is.
	 */
	async run(launch: Launch): Promise<RunEnd> {
		const terminal = this.#freeTerminal(launch);
		this.#busy.add(terminal);
		if (launch.reveal) terminal.show(true);
		const integration = await shellIntegrationOf(terminal);
		const notRun = reasonNotToStart(terminal, launch);
		// Not free when this returns, but when VS Code reports the end: what would not stop still runs in it.
		if (integration && !notRun) return runInShell(terminal, integration, launch, this.#endDescendants);
		this.#busy.delete(terminal);
		if (notRun) return { outcome: notRun, output: undefined };
		// It would stay empty beside the task's own.
		terminal.dispose();
		return runCopied(launch, this.#makeOutputCopy);
	}

	dispose(): void {
		this.#subscriptions.dispose();
	}

	/** A terminal is used again only while nothing runs in it and it stands in the right folder. */
	#freeTerminal({ terminalName, cwd, environment }: Launch): vscode.Terminal {
		const free = [...this.#own].find(
			(terminal) =>
				terminal.name === terminalName &&
				terminal.exitStatus === undefined &&
				!this.#busy.has(terminal) &&
				terminal.shellIntegration?.cwd?.path === cwd.path,
		);
		if (free) return free;
		const options = { name: terminalName, cwd, iconPath: new vscode.ThemeIcon('flame') };
		const terminal = vscode.window.createTerminal({
			...options,
			...(environment && { env: { ...environment } }),
		});
		this.#own.add(terminal);
		return terminal;
	}
}

/** A shell may take seconds to be ready, and the person may have changed their mind meanwhile. */
function reasonNotToStart(terminal: vscode.Terminal, { cancelled }: Launch): ScriptOutcome | undefined {
	if (cancelled.isCancellationRequested) return { kind: 'notStarted', reason: 'it was cancelled before' };
	if (terminal.exitStatus?.reason !== vscode.TerminalExitReason.User) return undefined;
	return { kind: 'notStarted', reason: 'the terminal was closed before' };
}

function shellIntegrationOf(terminal: vscode.Terminal): Promise<vscode.TerminalShellIntegration | undefined> {
	if (terminal.shellIntegration) return Promise.resolve(terminal.shellIntegration);
	return new Promise((resolve) => {
		const finish = (integration: vscode.TerminalShellIntegration | undefined): void => {
			clearTimeout(timer);
			subscriptions.dispose();
			resolve(integration);
		};
		const timer = setTimeout(() => finish(undefined), integrationWaitMs);
		const subscriptions = vscode.Disposable.from(
			vscode.window.onDidChangeTerminalShellIntegration((event) => {
				if (event.terminal === terminal) finish(event.shellIntegration);
			}),
			vscode.window.onDidCloseTerminal((closed) => {
				if (closed === terminal) finish(undefined);
			}),
		);
	});
}
