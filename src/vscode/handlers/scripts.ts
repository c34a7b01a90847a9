import * as vscode from 'vscode';
import type { Script } from '../../core/runbook/model';
import { findHiddenCharacter } from '../../core/scripts/hiddenCharacters';
import { interpreterFor } from '../../core/scripts/interpreter';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import { runScript, type RunTools } from './runScript';

export interface ScriptTools extends RunTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
}

/**
 * Shows a script in full, and runs it once the person has said so. Which one is asked, unless it was chosen in the
 * editor already.
 */
export function runScriptHandler(tools: ScriptTools): Handler {
	return async (argument) => {
		requireTrust('no script runs in it');
		const folder = tools.source.state.folder;
		const chosen = chosenScript(argument);
		const scripts = tools.source.loaded?.runbook.scripts ?? [];
		if (!folder || (!chosen && scripts.length === 0)) throw new UserError(noScripts(tools.source));
		const script = chosen ?? (await pickScript(scripts));
		if (!script) return;
		const hidden = findHiddenCharacter(`${script.text}${script.title}`);
		if (hidden !== undefined) {
			throw new UserError(
				`“${script.title}” holds the invisible character ${hidden}, so it is not run. Remove it from the runbook.`,
			);
		}
		const incident = tools.session.bindCurrent();
		if (await confirm(script, folder, incident)) await runScript(script, folder, incident, tools);
	};
}

/** What a click above a code block passes. */
export interface ChosenScript {
	readonly script: Script;
}

function chosenScript(argument: unknown): Script | undefined {
	if (typeof argument !== 'object' || argument === null || !('script' in argument)) return undefined;
	return (argument as ChosenScript).script;
}

function noScripts(source: RunbookSource): string {
	if (!source.loaded)
		return 'There is no runbook to take scripts from. Choose one with “Incident: Choose Runbook File…”.';
	return `${source.loaded.path} has no scripts: they are code blocks marked bash, sh, python or another shell.`;
}

const effectNames = { check: 'only reads', change: 'CHANGES THINGS', unknown: 'may change things' } as const;

async function pickScript(scripts: readonly Script[]): Promise<Script | undefined> {
	const rows = scripts.map((script) => ({
		label: plain(script.title),
		description: `${effectNames[script.effect]} · line ${script.line}`,
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

function firstCommand(script: Script): string {
	const lines = script.text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
	const more = lines.length > 1 ? `  (${lines.length} lines)` : '';
	return `${lines[0] ?? ''}${more}`;
}

/** More lines than this do not fit a dialog: the text is opened in an editor behind it. */
const dialogLines = 15;

async function confirm(
	script: Script,
	folder: vscode.Uri,
	incident: BoundIncident | undefined,
): Promise<boolean> {
	const lines = script.text.trimEnd().split('\n');
	const long = lines.length > dialogLines || script.text.length > 1200;
	if (long) await showText(script);
	const body = long
		? `All ${lines.length} lines are shown in the editor behind this dialog.`
		: script.text.trimEnd();
	const where = [
		`In: ${folder.fsPath}`,
		`With: ${interpreterFor(script.language).join(' ')}`,
		`Effect: ${effectNames[script.effect]} (${script.because})`,
		incident ? `Incident: ${incident.title}` : 'No incident is open: the result will not be recorded.',
	];
	const detail = `${body}\n\n${where.join('\n')}`;
	const answer = await vscode.window.showWarningMessage(
		plain(`Run “${script.title}”?`),
		{ modal: true, detail: plain(detail) },
		'Run',
	);
	return answer === 'Run';
}

async function showText(script: Script): Promise<void> {
	const language = ['sh', 'bash', 'shell', 'zsh'].includes(script.language) ? 'shellscript' : 'plaintext';
	const document = await vscode.workspace.openTextDocument({ content: script.text, language });
	await vscode.window.showTextDocument(document, { preview: true });
}
