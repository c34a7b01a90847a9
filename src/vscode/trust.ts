import * as vscode from 'vscode';
import { UserError } from '../core/userError';

/** Hidden buttons are not enough: a command can be called by its id. `what` continues "…, so". */
export function requireTrust(what: string): void {
	if (vscode.workspace.isTrusted) return;
	throw new UserError(`This folder is not trusted, so ${what}. Trust the folder and try again.`);
}
