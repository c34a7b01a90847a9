import * as vscode from 'vscode';
import type { Log } from '../../core/ports';
import { allScripts } from '../../core/runbook/allScripts';
import type { Script } from '../../core/runbook/model';
import { runSettingWords } from '../../core/scripts/runSettings';
import { effectWords } from '../../core/scripts/preview';
import { firstCommand } from '../../core/scripts/scriptRows';
import type { Verdict } from '../../core/scripts/outcome';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { chosenScripts } from '../scripts/chosenScript';
import { confirmRun, type Consent } from '../scripts/confirm';
import { itemOf } from '../scripts/itemOf';
import { planRun } from '../scripts/planRun';
import { prepareScript, type PreparedScript, type PrepareTools } from '../scripts/prepare';
import type { ScriptDocuments } from '../scripts/previewDocuments';
import { requireRunning } from '../scripts/mode';
import { requireTrust } from '../trust';
import { offerTick } from './offerTick';
import { runEachLine } from './runEachLine';
import { runScript, type RunTools, type ScriptRunRequest } from './runScript';
import { whatToConfirm } from './whatToConfirm';

export interface ScriptTools extends RunTools, PrepareTools {
	readonly log: Log;
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly scriptDocuments: ScriptDocuments;
}

/**
 * Shows a script in full, and runs it once the person has said so. Which one is asked, unless it was chosen in the
 * editor already: there its text is in view, and a check that has nothing to ask or to warn of runs at once.
 */
export function runScriptHandler(tools: ScriptTools): Handler {
	return async (argument) => {
		requireTrust('no script runs in it');
		requireRunning();
		const folder = tools.source.state.folder;
		const chosen = chosenScripts(argument);
		const runbook = tools.source.loaded?.runbook;
		const scripts = chosen.length > 0 || !runbook ? chosen : allScripts(runbook);
		if (!folder || scripts.length === 0) throw new UserError(noScripts(tools.source));
		const script = chosen.length === 1 ? chosen[0] : await pickScript('Run Script', scripts);
		const prepared = script && (await prepareScript(script, tools));
		if (prepared) await confirmAndRun(prepared, { folder, argument, inView: chosen.length === 1 }, tools);
	};
}

/**
 * Fills its gaps, shows it in full, and runs it once the person has said so, even if they had before. How it ended;
 * `undefined` when it was not run.
 */
export async function runOneScript(
	script: Script,
	folder: vscode.Uri,
	tools: ScriptTools,
): Promise<Verdict | undefined> {
	requireRunning();
	const prepared = await prepareScript(script, tools);
	const chosen = { folder, argument: undefined, inView: false, mustAsk: true };
	return prepared && confirmAndRun(prepared, chosen, tools);
}

interface ChosenRun {
	readonly folder: vscode.Uri;
	/** What the command was invoked on. */
	readonly argument: unknown;
	/** Whether its text is in view already. */
	readonly inView: boolean;
	/** Whether it is shown even when its text was approved before. */
	readonly mustAsk?: boolean;
}

async function confirmAndRun(
	prepared: PreparedScript,
	{ folder, argument, inView, mustAsk }: ChosenRun,
	tools: ScriptTools,
): Promise<Verdict | undefined> {
	// Named to the person, and then kept, whatever the window turns to meanwhile.
	const incident = tools.session.bindCurrent();
	const item = itemOf(prepared.script, argument, tools);
	const plan = await planRun(prepared, { root: folder, incident: incident?.id }, tools);
	const { request, isApproved } = await whatToConfirm(prepared, plan, tools);
	const { owner, warnings } = request.facts;
	const quiet = inView && prepared.filled.length === 0 && warnings.length === 0 && !request.byLine;
	const run: ScriptRunRequest = { ...prepared, plan, incident, item, owner, approver: undefined };
	const passed = { title: prepared.script.title, item, incident: incident?.id };
	const asked = mustAsk || !(prepared.effect === 'check' ? quiet : isApproved);
	const consent = asked ? await confirmRun(request, tools.scriptDocuments) : noQuestion;
	if (!consent) return undefined;
	const needsYes = asked && consent.how === 'whole' && prepared.effect !== 'check';
	const approver = needsYes ? (consent.approver ?? incident?.by) : undefined;
	const start = consent.how === 'eachLine' ? runEachLine : runScript;
	const verdict = await start({ ...run, approver }, tools);
	if (verdict === 'ok') offerTick(passed, tools);
	return verdict;
}

/** What needs no yes: a check in view, and a text that was approved before. */
const noQuestion: Consent = { how: 'whole', approver: undefined };

function noScripts(source: RunbookSource): string {
	if (!source.loaded)
		return 'There is no runbook to take scripts from. Choose one with “Incident: Choose Runbook File…”.';
	return `${source.loaded.path} has no scripts: they are code blocks marked bash, sh, python or another shell.`;
}

export async function pickScript(title: string, scripts: readonly Script[]): Promise<Script | undefined> {
	const rows = scripts.map((script) => ({
		label: plain(script.title),
		description: plain(
			[effectWords[script.effect], ...runSettingWords(script.attributes), `line ${script.line}`].join(' · '),
		),
		detail: plain(firstCommand(script)),
		iconPath: new vscode.ThemeIcon(script.effect === 'check' ? 'search' : 'warning'),
		script,
	}));
	const options = {
		title,
		placeHolder: 'It is shown in full before it runs',
		matchOnDetail: true,
	};
	return (await vscode.window.showQuickPick(rows, options))?.script;
}
