import * as vscode from 'vscode';
import type { Script } from '../../core/runbook/model';
import { runSettingWords } from '../../core/scripts/runSettings';
import { effectWords } from '../../core/scripts/preview';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { confirmRun } from '../scripts/confirm';
import { planRun } from '../scripts/planRun';
import { prepareScript, type PreparedScript, type PrepareTools } from '../scripts/prepare';
import type { ScriptDocuments } from '../scripts/previewDocuments';
import { requireTrust } from '../trust';
import { runEachLine } from './runEachLine';
import { runScript, type RunTools, type ScriptRunRequest } from './runScript';
import { whatToConfirm } from './whatToConfirm';

export interface ScriptTools extends RunTools, PrepareTools {
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
		const folder = tools.source.state.folder;
		const chosen = chosenScript(argument);
		const scripts = tools.source.loaded?.runbook.scripts ?? [];
		if (!folder || (!chosen && scripts.length === 0)) throw new UserError(noScripts(tools.source));
		const script = chosen ?? (await pickScript('Run Script', scripts));
		const prepared = script && (await prepareScript(script, tools));
		if (prepared) await confirmAndRun(prepared, { folder, inView: chosen !== undefined }, tools);
	};
}

async function confirmAndRun(
	prepared: PreparedScript,
	{ folder, inView }: { readonly folder: vscode.Uri; readonly inView: boolean },
	tools: ScriptTools,
): Promise<void> {
	// Named to the person, and then kept, whatever the window turns to meanwhile.
	const incident = tools.session.bindCurrent();
	const plan = await planRun(prepared, { root: folder, incident: incident?.id }, tools);
	const { request, isApproved } = await whatToConfirm(prepared, plan, tools);
	const { owner, warnings } = request.facts;
	const quiet = inView && prepared.filled.length === 0 && warnings.length === 0 && !request.byLine;
	const run: ScriptRunRequest = { ...prepared, plan, incident, owner, approver: undefined };
	if (prepared.effect === 'check' ? quiet : isApproved) return runScript(run, tools);
	const consent = await confirmRun(request, tools.scriptDocuments);
	if (!consent) return;
	if (consent.how === 'eachLine') return runEachLine(run, tools);
	const approver = prepared.effect === 'check' ? undefined : (consent.approver ?? incident?.by);
	await runScript({ ...run, approver }, tools);
}

/** What a click above a code block passes. */
export interface ChosenScript {
	readonly script: Script;
}

export function chosenScript(argument: unknown): Script | undefined {
	if (typeof argument !== 'object' || argument === null || !('script' in argument)) return undefined;
	return (argument as ChosenScript).script;
}

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

function firstCommand(script: Script): string {
	const lines = script.text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
	const more = lines.length > 1 ? `  (${lines.length} lines)` : '';
	return `${lines[0] ?? ''}${more}`;
}
