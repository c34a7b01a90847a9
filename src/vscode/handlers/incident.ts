import * as vscode from 'vscode';
import type { Item } from '../../core/runbook/model';
import { severityText } from '../../core/incident/severity';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { requireTrust } from '../trust';

export function addNoteHandler(session: IncidentSession): Handler {
	return async () => {
		requireTrust('no note can be recorded in it');
		const { id, title } = session.requireCurrent();
		const text = await vscode.window.showInputBox({
			title: `Add Note: ${title}`,
			prompt: 'What happened, or what do you know now?',
			ignoreFocusOut: true,
		});
		if (!text?.trim()) return;
		await session.record(id, 'noteAdded', { text: text.trim(), happenedAt: undefined });
	};
}

/** Stops the clock, after a look at what is still open. */
export function resolveHandler(session: IncidentSession): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const state = session.requireCurrent();
		const items = state.runbook?.items ?? [];
		const left = items.filter((item) => !state.items.get(item.id)?.done).length;
		const detail =
			left === 0 ? 'Every item is done.' : `${left} of ${items.length} checklist items are not done.`;
		const resolve = 'Resolve';
		const answer = await vscode.window.showWarningMessage(
			`Resolve “${state.title}” (${severityText(state.severity)})?`,
			{ modal: true, detail: `${detail} The clock stops.` },
			resolve,
		);
		if (answer === resolve) await session.record(state.id, 'resolved', { summary: undefined });
	};
}

export function switchHandler(session: IncidentSession): Handler {
	return async () => {
		const rows = session.all.map((state) => ({
			label: state.title,
			description: `${severityText(state.severity)} · ${state.status} · ${state.id}`,
			incident: state.id,
		}));
		if (rows.length === 0) {
			void vscode.window.showInformationMessage('No incident has been declared in this folder yet.');
			return;
		}
		const chosen = await vscode.window.showQuickPick(rows, {
			title: 'Switch Incident',
			matchOnDescription: true,
		});
		if (chosen) session.choose(chosen.incident);
	};
}

/** Records a tick. Without an incident there is nothing to record it in: offers to declare one. */
export async function tickItem(session: IncidentSession, item: Item, done: boolean): Promise<void> {
	requireTrust('no tick can be recorded in it');
	const state = session.current;
	if (!state) {
		const declare = 'Declare Incident…';
		const message = 'Ticks are kept with an incident, and none is open.';
		const answer = await vscode.window.showInformationMessage(message, declare);
		if (answer === declare) await vscode.commands.executeCommand('runbookResponse.declareIncident');
		return;
	}
	await session.record(state.id, done ? 'itemDone' : 'itemReopened', { item: item.id, text: item.text });
}
