import * as vscode from 'vscode';
import type { Item } from '../../core/runbook/model';
import { severityText } from '../../core/incident/severity';
import { isOpen } from '../../core/incident/status';
import { isUserError, UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { incidentSubject } from '../views/incidentTree';

export function addNoteHandler(session: IncidentSession): Handler {
	return async () => {
		requireTrust('no note can be recorded in it');
		const incident = session.requireCurrent();
		await askAndRecord(incident, '');
	};
}

/** What was typed is not lost when it could not be saved: the box comes back with it. */
async function askAndRecord(incident: BoundIncident, draft: string): Promise<void> {
	const text = await vscode.window.showInputBox({
		title: `Add Note: ${incident.title}`,
		prompt: 'What happened, or what do you know now?',
		value: draft,
		ignoreFocusOut: true,
	});
	if (!text?.trim()) return;
	try {
		await incident.record('noteAdded', { text: text.trim(), happenedAt: undefined });
	} catch (error) {
		if (!isUserError(error)) throw error;
		const retry = 'Edit and Try Again';
		const answer = await vscode.window.showErrorMessage(plain(error.message), { modal: true }, retry);
		if (answer === retry) await askAndRecord(incident, text);
	}
}

/** Stops the clock, after a look at what is still open. */
export function resolveHandler(session: IncidentSession): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const { state, record } = session.requireCurrent();
		if (!isOpen(state)) throw new UserError(`“${state.title}” is resolved already.`);
		const items = state.runbook?.items ?? [];
		const left = items.filter((item) => !state.items.get(item.id)?.done).length;
		const detail =
			left === 0 ? 'Every item is done.' : `${left} of ${items.length} checklist items are not done.`;
		const resolve = 'Resolve';
		const answer = await vscode.window.showWarningMessage(
			plain(`Resolve “${state.title}” (${severityText(state.severity)})?`),
			{ modal: true, detail: `${detail} The clock stops.` },
			resolve,
		);
		if (answer === resolve) await record('resolved', { summary: undefined });
	};
}

export function switchHandler(session: IncidentSession): Handler {
	return async (argument) => {
		const named = incidentSubject(argument, 'otherIncident');
		if (named !== undefined) {
			session.choose(named);
			return;
		}
		const rows = session.all.map((state) => ({
			label: plain(state.title),
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
	const incident = session.bindCurrent();
	const state = session.current;
	if (!incident || !state) {
		// Not waited for: the box must spring back at once.
		void offerToDeclare();
		return;
	}
	if (!isOpen(state) && !(await isMeant(state.title))) return;
	await incident.record(done ? 'itemDone' : 'itemReopened', { item: item.id, text: item.text });
}

async function offerToDeclare(): Promise<void> {
	const declare = 'Declare Incident…';
	const message = 'Ticks are kept with an incident, and none is open.';
	const answer = await vscode.window.showInformationMessage(message, declare);
	if (answer === declare) await vscode.commands.executeCommand('runbookResponse.declareIncident');
}

async function isMeant(title: string): Promise<boolean> {
	const tick = 'Tick Anyway';
	const question = plain(`“${title}” is resolved. Change its checklist?`);
	return (await vscode.window.showWarningMessage(question, { modal: true }, tick)) === tick;
}
