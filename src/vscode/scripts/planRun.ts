import type * as vscode from 'vscode';
import type { Ids } from '../../core/ports';
import { interpreterFor } from '../../core/scripts/interpreter';
import { defaultTimeoutMs } from '../../core/scripts/outcome';
import type { PreparedScript } from './prepare';
import type { ScriptFiles } from './scriptFiles';

/** Where and how a script runs. The preview shows this, and the run takes it: what is shown is what is executed. */
export interface RunPlan {
	/** Random, of this run alone. */
	readonly run: string;
	/** Name of the private file. */
	readonly fileName: string;
	/** The one line that is executed, word by word: program, arguments, the private file. */
	readonly command: readonly [program: string, ...args: string[]];
	readonly cwd: vscode.Uri;
	/** Added to the terminal's own variables: facts of the incident, never text of the script. */
	readonly environment: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
}

export interface PlanTools {
	readonly ids: Ids;
	readonly scriptFiles: ScriptFiles;
}

export function planRun(
	prepared: Pick<PreparedScript, 'script' | 'sha256'>,
	{ folder, incident }: { readonly folder: vscode.Uri; readonly incident: string | undefined },
	tools: PlanTools,
): RunPlan {
	return {
		...anotherRun(prepared, tools),
		cwd: folder,
		environment: incident === undefined ? {} : { RUNBOOK_INCIDENT_ID: incident },
		timeoutMs: defaultTimeoutMs,
	};
}

/** A run of its own, from a file of its own. */
export function anotherRun(
	{ script, sha256 }: Pick<PreparedScript, 'script' | 'sha256'>,
	{ ids, scriptFiles }: PlanTools,
): Pick<RunPlan, 'run' | 'fileName' | 'command'> {
	const run = ids.next();
	const fileName = `${sha256}-${run.slice(0, 8)}`;
	return { run, fileName, command: [...interpreterFor(script.language), scriptFiles.path(fileName)] };
}
