import type * as vscode from 'vscode';
import type { ScriptOutcome } from '../../core/incident/model';
import type { KeptOutput } from '../../core/scripts/output';

/** A program with its arguments, the script's private file last; nothing of it is ever parsed by us as shell text. */
export interface Launch {
	/** Random, of this run alone. */
	readonly run: string;
	readonly title: string;
	readonly terminalName: string;
	readonly cwd: vscode.Uri;
	readonly program: string;
	readonly args: readonly string[];
	/** Added to the terminal's own; the same for every run under one terminal name. */
	readonly environment?: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
	/** False where the runbook marks the script secret: what it prints is then on no disk. */
	readonly keepsOutput: boolean;
	/** Whether its terminal comes to the front. */
	readonly reveal: boolean;
	/** Fires when the person cancels. */
	readonly cancelled: vscode.CancellationToken;
	/** Values that must not be kept with the output. */
	readonly secrets?: readonly string[];
}

/** A private file that a task's output is copied to, for terminals that cannot be read. */
export interface OutputCopy {
	readonly path: string;
	/** Its last part as text. */
	readonly read: () => Promise<string>;
	readonly remove: () => Promise<void>;
}

/** `undefined` where there is no sh(1) to copy with. */
export type MakeOutputCopy = (run: string) => Promise<OutputCopy | undefined>;

export interface RunEnd {
	readonly outcome: ScriptOutcome;
	/** `undefined` where the output could not be read: a task keeps its own. */
	readonly output: KeptOutput | undefined;
}

/** Ends what a process has started: SIGTERM, or SIGKILL with `force`. */
export type EndDescendants = (pid: number, force: boolean) => Promise<void>;
