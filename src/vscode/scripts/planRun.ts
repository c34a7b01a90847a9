import * as vscode from 'vscode';
import type { Ids } from '../../core/ports';
import { interpreterFor } from '../../core/scripts/interpreter';
import { runSettings } from '../../core/scripts/runSettings';
import { UserError } from '../../core/userError';
import { readSettings } from '../settings';
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
	/** The same from the repository's root; '' for the root. */
	readonly folder: string;
	readonly timeoutMs: number;
	readonly keepsOutput: boolean;
	/** What its fence says and was not understood, as sentences. */
	readonly warnings: readonly string[];
}

export interface PlanTools {
	readonly ids: Ids;
	readonly scriptFiles: ScriptFiles;
	/** Rejects with a sentence when the folder is not there, or not inside the root. */
	readonly checkFolder: (root: string, folder: string) => Promise<void>;
}

/** Refuses, with a sentence, a folder outside the repository: nothing runs elsewhere than was written. */
export async function planRun(
	prepared: Pick<PreparedScript, 'script' | 'sha256'>,
	{ root, incident }: { readonly root: vscode.Uri; readonly incident: string | undefined },
	tools: PlanTools,
): Promise<RunPlan> {
	const { script } = prepared;
	const settings = runSettings(script.attributes, readSettings(root).scriptsFolder);
	const { folder, folderAsWritten, timeoutMs, keepsOutput, warnings } = settings;
	if (folder === undefined) {
		throw new UserError(
			`“${script.title}” is to run in “${folderAsWritten}”, which is not inside this repository, so nothing was run.`,
		);
	}
	await tools.checkFolder(root.fsPath, folder);
	return {
		...anotherRun(prepared, tools),
		cwd: folder === '' ? root : vscode.Uri.joinPath(root, folder),
		environment: incident === undefined ? {} : { RUNBOOK_INCIDENT_ID: incident },
		...{ folder, timeoutMs, keepsOutput, warnings },
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
