import * as vscode from 'vscode';
import type { Script } from '../../core/runbook/model';
import { decisionOwner } from '../../core/scripts/decisionOwner';
import { interpreterFor } from '../../core/scripts/interpreter';
import { exitCodeSaysNothing, lineChecks } from '../../core/scripts/lineChecks';
import { defaultTimeoutMs } from '../../core/scripts/outcome';
import { effectWords } from '../../core/scripts/preview';
import { firstCommand } from '../../core/scripts/scriptRows';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { chosenScripts } from '../scripts/chosenScript';
import { confirmRun, type ConfirmRequest } from '../scripts/confirm';
import { findWarnings } from '../scripts/findWarnings';
import { prepareScript, type PreparedScript, type PrepareTools } from '../scripts/prepare';
import type { ScriptDocuments } from '../scripts/previewDocuments';
import { requireTrust } from '../trust';
import { runEachLine } from './runEachLine';
import { runScript, type RunTools, type ScriptRunRequest } from './runScript';

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
		const chosen = chosenScripts(argument);
		const scripts = chosen.length > 0 ? chosen : (tools.source.loaded?.runbook.scripts ?? []);
		if (!folder || scripts.length === 0) throw new UserError(noScripts(tools.source));
		const script = chosen.length === 1 ? chosen[0] : await pickScript(scripts);
		const prepared = script && (await prepareScript(script, tools));
		if (prepared) await confirmAndRun(prepared, { folder, inView: chosen.length === 1 }, tools);
	};
}

async function confirmAndRun(
	prepared: PreparedScript,
	{ folder, inView }: { readonly folder: vscode.Uri; readonly inView: boolean },
	tools: ScriptTools,
): Promise<void> {
	// Named to the person, and then kept, whatever the window turns to meanwhile.
	const incident = tools.session.bindCurrent();
	const { request, isApproved } = await whatToConfirm(prepared, folder, tools);
	const { owner, warnings } = request.facts;
	const quiet = inView && prepared.filled.length === 0 && warnings.length === 0 && !request.byLine;
	const run: ScriptRunRequest = { ...prepared, folder, incident, owner, approver: undefined };
	if (prepared.effect === 'check' ? quiet : isApproved) return runScript(run, tools);
	const consent = await confirmRun(request, tools.scriptDocuments);
	if (!consent) return;
	if (consent.how === 'eachLine') return runEachLine(run, tools);
	const approver = prepared.effect === 'check' ? undefined : (consent.approver ?? incident?.by);
	await runScript({ ...run, approver }, tools);
}

async function whatToConfirm(
	prepared: PreparedScript,
	folder: vscode.Uri,
	{ source, session, clock }: ScriptTools,
): Promise<{ readonly request: ConfirmRequest; readonly isApproved: boolean }> {
	const { script, shown, effect, because, filled, sha256 } = prepared;
	const incident = session.current;
	const runbook = source.loaded?.runbook;
	const owner = effect === 'check' || !runbook ? undefined : decisionOwner(script, runbook);
	const facts = {
		...{
			title: script.title,
			text: shown,
			language: script.language,
			effect,
			because,
			filled,
			sha256,
			owner,
		},
		command: [...interpreterFor(script.language), `${sha256}.script`],
		cwd: folder.fsPath,
		environment: Object.entries(environmentOf(incident)).map(([name, value]) => ({ name, value })),
		warnings: await findWarnings(script, source, clock.now()),
		incident: incident?.title,
		timeoutMs: defaultTimeoutMs,
	};
	const byLine = exitCodeSaysNothing(script) && lineChecks({ ...script, text: shown }) !== undefined;
	return {
		request: { facts, ownerName: owner === undefined ? undefined : incident?.roles.get(owner), byLine },
		isApproved: incident?.approvals.has(sha256) === true,
	};
}

/** Incident facts reach a script as variables, never as text of it. */
export function environmentOf(
	incident: Pick<BoundIncident, 'id'> | undefined,
): Readonly<Record<string, string>> {
	return incident ? { RUNBOOK_INCIDENT_ID: incident.id } : {};
}

function noScripts(source: RunbookSource): string {
	if (!source.loaded)
		return 'There is no runbook to take scripts from. Choose one with “Incident: Choose Runbook File…”.';
	return `${source.loaded.path} has no scripts: they are code blocks marked bash, sh, python or another shell.`;
}

async function pickScript(scripts: readonly Script[]): Promise<Script | undefined> {
	const rows = scripts.map((script) => ({
		label: plain(script.title),
		description: `${effectWords[script.effect]} · line ${script.line}`,
		detail: plain(firstCommand(script)),
		iconPath: new vscode.ThemeIcon(script.effect === 'check' ? 'search' : 'warning'),
		script,
	}));
	const options = {
		title: 'Run Script',
		placeHolder: 'It is shown in full before it runs',
		matchOnDetail: true,
	};
	return (await vscode.window.showQuickPick(rows, options))?.script;
}
