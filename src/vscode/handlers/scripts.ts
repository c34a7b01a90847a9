import * as vscode from 'vscode';
import { outcomeText } from '../../core/incident/timeline';
import type { Ids, Sha256 } from '../../core/ports';
import type { Script } from '../../core/runbook/model';
import { findHiddenCharacter } from '../../core/scripts/hiddenCharacters';
import { interpreterFor } from '../../core/scripts/interpreter';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { runInTerminal } from '../terminal';
import { requireTrust } from '../trust';

export interface ScriptTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly ids: Ids;
	readonly sha256: Sha256;
	/** Writes the exact text to a private file named by its hash, and resolves with the file's path. */
	readonly writeScript: (text: string, sha256: string) => Promise<string>;
}

/** Lists the runbook's scripts, shows the chosen one in full, and runs it once the person has said so. */
export function runScriptHandler(tools: ScriptTools): Handler {
	return async () => {
		requireTrust('no script runs in it');
		const folder = tools.source.state.folder;
		const scripts = tools.source.loaded?.runbook.scripts ?? [];
		if (!folder || scripts.length === 0) throw new UserError(noScripts(tools.source));
		const script = await pickScript(scripts);
		if (!script) return;
		const hidden = findHiddenCharacter(script.text);
		if (hidden !== undefined) {
			throw new UserError(
				`“${script.title}” holds the invisible character ${hidden}, so it is not run. Remove it from the runbook.`,
			);
		}
		if (await confirm(script, folder, tools.session)) await run(script, folder, tools);
	};
}

function noScripts(source: RunbookSource): string {
	if (!source.loaded)
		return 'There is no runbook to take scripts from. Choose one with “Incident: Choose Runbook File…”.';
	return `${source.loaded.path} has no scripts: they are code blocks marked bash, sh, python or another shell.`;
}

const effectNames = { check: 'only reads', change: 'CHANGES THINGS', unknown: 'may change things' } as const;

async function pickScript(scripts: readonly Script[]): Promise<Script | undefined> {
	const rows = scripts.map((script) => ({
		label: script.title,
		description: `${effectNames[script.effect]} · line ${script.line}`,
		detail: firstCommand(script),
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

async function confirm(script: Script, folder: vscode.Uri, session: IncidentSession): Promise<boolean> {
	const lines = script.text.trimEnd().split('\n');
	const long = lines.length > dialogLines || script.text.length > 1200;
	if (long) await showText(script);
	const body = long
		? `All ${lines.length} lines are shown in the editor behind this dialog.`
		: script.text.trimEnd();
	const incident = session.current;
	const where = [
		`In: ${folder.fsPath}`,
		`With: ${interpreterFor(script.language).join(' ')}`,
		`Effect: ${effectNames[script.effect]} (${script.because})`,
		incident ? `Incident: ${incident.title}` : 'No incident is open: the result will not be recorded.',
	];
	const detail = `${body}\n\n${where.join('\n')}`;
	const answer = await vscode.window.showWarningMessage(
		`Run “${script.title}”?`,
		{ modal: true, detail },
		'Run',
	);
	return answer === 'Run';
}

async function showText(script: Script): Promise<void> {
	const language = ['sh', 'bash', 'shell', 'zsh'].includes(script.language) ? 'shellscript' : 'plaintext';
	const document = await vscode.workspace.openTextDocument({ content: script.text, language });
	await vscode.window.showTextDocument(document, { preview: true });
}

async function run(script: Script, folder: vscode.Uri, tools: ScriptTools): Promise<void> {
	const { session, ids } = tools;
	const incident = session.current;
	const sha256 = tools.sha256(script.text);
	const file = await tools.writeScript(script.text, sha256);
	const [program, ...leading] = interpreterFor(script.language);
	const facts = { run: ids.next(), title: script.title, sha256 };
	if (incident) await session.record(incident.id, 'scriptStarted', facts);
	const outcome = await runInTerminal({
		title: script.title,
		terminalName: incident ? `Incident ${incident.id}` : 'Incident',
		cwd: folder,
		program,
		args: [...leading, file],
	});
	if (incident) await session.record(incident.id, 'scriptFinished', { ...facts, outcome });
	const result = `“${script.title}”: ${outcomeText(outcome)}`;
	if (outcome.kind === 'exited' && outcome.exitCode === 0)
		vscode.window.setStatusBarMessage(`$(pass) ${result}`, 8000);
	else void vscode.window.showWarningMessage(result);
}
