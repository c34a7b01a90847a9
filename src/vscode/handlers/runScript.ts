import * as vscode from 'vscode';
import type { EventData } from '../../core/incident/events';
import { outcomeText } from '../../core/incident/events/scripts';
import type { ScriptOutcome } from '../../core/incident/model';
import type { Ids, Sha256 } from '../../core/ports';
import type { Script } from '../../core/runbook/model';
import { interpreterFor } from '../../core/scripts/interpreter';
import { isUserError } from '../../core/userError';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import type { ScriptTerminals } from '../terminal';

export interface RunTools {
	readonly ids: Ids;
	readonly sha256: Sha256;
	readonly terminals: ScriptTerminals;
	/** Writes the exact text to a private file named by its hash, and resolves with the file's path. */
	readonly writeScript: (text: string, sha256: string) => Promise<string>;
}

/** Runs a script the person has seen and confirmed, for the incident that was named to them, and records its end. */
export async function runScript(
	script: Script,
	folder: vscode.Uri,
	incident: BoundIncident | undefined,
	tools: RunTools,
): Promise<void> {
	const sha256 = tools.sha256(script.text);
	const file = await tools.writeScript(script.text, sha256);
	const facts = { run: tools.ids.next(), title: script.title, sha256 };
	if (!(await recordStart(incident, facts))) return;
	const [program, ...leading] = interpreterFor(script.language);
	const outcome = await tools.terminals.run({
		run: facts.run,
		title: script.title,
		terminalName: incident ? `Incident ${incident.id}` : 'Incident',
		cwd: folder,
		program,
		args: [...leading, file],
	});
	tell(script.title, outcome);
	await incident?.record('scriptFinished', { ...facts, outcome });
}

/** A record that cannot be written must not keep an emergency script from running, if the person says so. */
async function recordStart(
	incident: BoundIncident | undefined,
	facts: EventData['scriptStarted'],
): Promise<boolean> {
	try {
		await incident?.record('scriptStarted', facts);
		return true;
	} catch (error) {
		if (!isUserError(error)) throw error;
		const anyway = 'Run Anyway';
		const detail = 'The script can run, but its start and result may not be recorded.';
		const answer = await vscode.window.showErrorMessage(
			plain(error.message),
			{ modal: true, detail },
			anyway,
		);
		return answer === anyway;
	}
}

/** Shown before it is recorded: the result counts even when the record cannot be written. */
function tell(title: string, outcome: ScriptOutcome): void {
	const result = plain(`“${title}”: ${outcomeText(outcome)}`);
	const succeeded = outcome.kind === 'exited' && outcome.exitCode === 0;
	if (succeeded) vscode.window.setStatusBarMessage(`$(pass) ${result}`, 8000);
	else void vscode.window.showWarningMessage(result);
}
