import * as vscode from 'vscode';
import type { TouchedItem } from '../../core/incident/events/checklist';
import type { EventData } from '../../core/incident/events';
import type { Clock } from '../../core/ports';
import { interpreterFor } from '../../core/scripts/interpreter';
import { outcomeWords, toldWords, verdictOf, type Verdict } from '../../core/scripts/outcome';
import { isUserError } from '../../core/userError';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import type { RunEnd } from '../scripts/launch';
import type { PendingRuns } from '../scripts/pendingRuns';
import type { PlanTools, RunPlan } from '../scripts/planRun';
import type { PreparedScript } from '../scripts/prepare';
import type { ScriptDocuments } from '../scripts/previewDocuments';
import type { ScriptTerminals } from '../terminal';
import { executeScript, keptText } from './executeScript';
import { reasonNotRecorded } from './recordResult';

export interface RunTools extends PlanTools {
	readonly clock: Clock;
	readonly terminals: ScriptTerminals;
	readonly scriptDocuments: ScriptDocuments;
	readonly pendingRuns: PendingRuns;
	/** All variables that terminals will have: the values of secret ones are not kept with an output. */
	readonly variables: () => Readonly<Record<string, string | undefined>>;
}

export interface RecordedEnd extends RunEnd {
	/** Why the end is not in the record; `undefined` when it is. */
	readonly unrecorded: string | undefined;
}

/** A script the person has seen and confirmed, for the incident that was named to them. */
export interface ScriptRunRequest extends PreparedScript {
	readonly plan: RunPlan;
	readonly incident: BoundIncident | undefined;
	/** The checklist item it is run for. */
	readonly item: TouchedItem | undefined;
	readonly owner: string | undefined;
	/** Who said yes just now; `undefined` when nobody had to, or when they had before. */
	readonly approver: string | undefined;
}

/** Runs it, tells how it ended, and records it; `undefined` when it was not run. */
export async function runScript(request: ScriptRunRequest, tools: RunTools): Promise<Verdict | undefined> {
	const end = await runAndRecord(request, tools);
	if (!end) return undefined;
	tell(request, end, tools);
	return verdictOf(end.outcome, request.effect);
}

/** The same without telling; `undefined` when it was not run. */
export async function runAndRecord(
	request: ScriptRunRequest,
	tools: RunTools,
): Promise<RecordedEnd | undefined> {
	const { script, sha256, incident, plan } = request;
	const facts = { run: plan.run, title: script.title, sha256 };
	if (!(await recordStart(request, facts))) return undefined;
	if (incident) await tools.pendingRuns.begin(incident.id, facts);
	const end = await executeInView(request, tools);
	const output = keptText(end.output);
	const result = { outcome: end.outcome, effect: request.effect, ...(output !== undefined && { output }) };
	const unrecorded = await reasonNotRecorded(() =>
		incident?.record('scriptFinished', { ...facts, ...result }),
	);
	await tools.pendingRuns.end(facts.run);
	return { ...end, unrecorded };
}

async function executeInView(request: ScriptRunRequest, tools: RunTools): Promise<RunEnd> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		title: plain(`“${request.script.title}” runs`),
		cancellable: true,
	};
	return vscode.window.withProgress(options, (_, cancelled) =>
		executeScript(request, { cancelled, reveal: true }, tools),
	);
}

async function recordStart(
	{ script, effect, plan, incident, item, owner, approver, sha256 }: ScriptRunRequest,
	facts: Pick<EventData['scriptStarted'], 'run' | 'title' | 'sha256'>,
): Promise<boolean> {
	return recordOrAsk(async () => {
		if (approver !== undefined)
			await incident?.record('scriptApproved', {
				title: script.title,
				sha256,
				approver,
				owner,
				...(plan.folder !== '' && { folder: plan.folder }),
			});
		const shell = interpreterFor(script.language).join(' ');
		const where = { shell, cwd: plan.cwd.fsPath, item: item?.item };
		await incident?.record('scriptStarted', { ...facts, effect, ...where });
	});
}

/** A record that cannot be written must not keep an emergency script from running, if the person says so. */
export async function recordOrAsk(record: () => Promise<void>): Promise<boolean> {
	try {
		await record();
		return true;
	} catch (error) {
		if (!isUserError(error)) throw error;
		const anyway = 'Run Anyway';
		const detail = 'The script can run, but its start and result may not be recorded.';
		const options = { modal: true, detail };
		return (await vscode.window.showErrorMessage(plain(error.message), options, anyway)) === anyway;
	}
}

function tell({ script, effect, plan }: ScriptRunRequest, end: RecordedEnd, tools: RunTools): void {
	const words = toldWords(outcomeWords(end.outcome, effect), end.unrecorded);
	const result = plain(`“${script.title}”: ${words}`);
	if (verdictOf(end.outcome, effect) === 'ok' && end.unrecorded === undefined) {
		vscode.window.setStatusBarMessage(`$(pass) ${result}`, 8000);
		return;
	}
	const show = 'Show Output';
	const text = keptText(end.output);
	const buttons = text === undefined ? [] : [show];
	// Not waited for: a message that nobody closes is no reason to keep the command busy.
	void vscode.window.showWarningMessage(result, ...buttons).then((answer) => {
		if (answer === show) void tools.scriptDocuments.showOutput(script.title, plan.run, text ?? '');
	});
}
