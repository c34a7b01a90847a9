import * as vscode from 'vscode';
import type { TouchedItem } from '../../core/incident/events/checklist';
import { isOpen } from '../../core/incident/status';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { requireTrust } from '../trust';
import { confirmed } from './ask';

/** Records a tick. Without an incident there is nothing to record it in: offers to declare one. */
export async function recordTick(session: IncidentSession, item: TouchedItem, done: boolean): Promise<void> {
	requireTrust('no tick can be recorded in it');
	const incident = await incidentToTick(session);
	await incident?.record(done ? 'itemDone' : 'itemReopened', item);
}

async function incidentToTick(session: IncidentSession): Promise<BoundIncident | undefined> {
	const incident = session.bindCurrent();
	const state = session.current;
	if (!incident || !state) {
		// Not waited for: the box must spring back at once.
		void offerToDeclare();
		return undefined;
	}
	if (isOpen(state)) return incident;
	return (await confirmed(`“${state.title}” is ${state.status}. Change its checklist?`, '', 'Tick Anyway'))
		? incident
		: undefined;
}

async function offerToDeclare(): Promise<void> {
	const declare = 'Declare Incident…';
	const message = 'Ticks are kept with an incident, and none is open.';
	const answer = await vscode.window.showInformationMessage(message, declare);
	if (answer === declare) await vscode.commands.executeCommand('runbookResponse.declareIncident');
}
