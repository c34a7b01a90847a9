import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../ids';
import type { Log } from '../core/ports';
import { isUserError } from '../core/userError';
import { plain } from './plain';

/**
 * What a command does with what VS Code passes: the tree item it was invoked on and, when several are selected, all of
 * them; nothing from the palette.
 */
export type Handler = (argument: unknown, selected?: unknown) => Promise<void> | void;
export type Handlers = Readonly<Record<CommandId, Handler>>;

/** Registers every command behind the one error boundary. */
export function registerCommands(handlers: Handlers, log: Log): vscode.Disposable {
	const registrations = commandIds.map((id) =>
		vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) =>
			runGuarded(log, () => handlers[id](argument, selected)),
		),
	);
	return vscode.Disposable.from(...registrations);
}

/** Runs work for the person: what they can act on is shown as it stands, everything else is a bug and says so. */
export async function runGuarded(log: Log, work: () => Promise<void> | void): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (isUserError(error)) {
			log.warn(error.message);
			void showError(error.message, vscode.workspace.isTrusted ? [] : [manageTrust]);
		} else {
			log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
			const reason = error instanceof Error ? error.message : String(error);
			void showError(`Runbook Response stopped at something it did not expect: ${reason}`, []);
		}
	}
}

const manageTrust = { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' };
const showLog = { title: 'Show Log', command: 'runbookResponse.showLog' satisfies CommandId };

async function showError(message: string, actions: readonly (typeof showLog)[]): Promise<void> {
	const chosen = await vscode.window.showErrorMessage(plain(message), ...actions, showLog);
	if (chosen) await vscode.commands.executeCommand(chosen.command);
}
