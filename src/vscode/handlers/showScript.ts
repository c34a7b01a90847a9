import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { RunbookSource } from '../runbookSource';
import { chosenScripts } from '../scripts/chosenScript';

/** Opens the runbook at a script's lines, without taking the focus from where it was asked for. */
export function showScriptHandler(source: RunbookSource): Handler {
	return async (argument) => {
		const [script] = chosenScripts(argument);
		if (!script) return;
		if (!source.uri) throw new UserError('The runbook of this script is not open any more.');
		const selection = new vscode.Range(script.line - 1, 0, script.endLine, 0);
		await vscode.window.showTextDocument(source.uri, { selection, preview: true, preserveFocus: true });
	};
}
