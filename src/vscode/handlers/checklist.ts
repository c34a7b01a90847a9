import * as vscode from 'vscode';
import { noFilter, pickableRoles } from '../../core/runbook/filter';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import type { FilterChoice } from '../views/checklistFilter';
import { chosenScripts } from '../scripts/chosenScript';
import { checklistBranch } from '../views/checklistRows';

/** The filters add up: open items of the IC are open items, and the IC's. */
export function showOpenItemsHandler(choice: FilterChoice): Handler {
	return () => choice.set({ ...choice.filter, open: true });
}

export function showAllItemsHandler(choice: FilterChoice): Handler {
	return () => choice.set(noFilter);
}

export function showItemsForSeverityHandler(choice: FilterChoice, session: IncidentSession): Handler {
	return () => {
		if (!session.current)
			throw new UserError('No incident is open, so there is no severity to show the items for.');
		choice.set({ ...choice.filter, severity: true });
	};
}

export function showMyItemsHandler(choice: FilterChoice, source: RunbookSource): Handler {
	return async () => {
		const { loaded } = source;
		if (!loaded) throw new UserError('There is no runbook yet. Create or choose one first.');
		const roles = pickableRoles(loaded.runbook);
		if (roles.length === 0)
			throw new UserError(`${loaded.path} names no roles, so no item is anybody’s own.`);
		const rows = roles.map(({ name, short }) => ({
			label: plain(name),
			description: plain(short ?? ''),
			role: name,
		}));
		const chosen = await vscode.window.showQuickPick(rows, {
			title: 'Show Only My Items',
			placeHolder: 'Your role; items for all roles, and for none in particular, stay',
			matchOnDescription: true,
		});
		if (chosen) choice.set({ ...choice.filter, role: chosen.role });
	};
}

/** The text of an item of the checklist, of a script, or of a code block. */
export const copyTextHandler: Handler = async (argument) => {
	const text = textOf(argument);
	if (text === undefined) return;
	await vscode.env.clipboard.writeText(text);
	vscode.window.setStatusBarMessage('$(copy) Copied', 3000);
};

function textOf(argument: unknown): string | undefined {
	if (typeof argument === 'string') return argument;
	const branch = checklistBranch(argument);
	return branch?.kind === 'item' ? branch.tickable.item.text : chosenScripts(argument)[0]?.text;
}
