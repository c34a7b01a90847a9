import * as vscode from 'vscode';
import type { IncidentState, Severity } from '../../core/incident/model';
import { isOpen } from '../../core/incident/status';
import type { Clock } from '../../core/ports';
import { statusWords } from '../../core/schedule/statusWords';
import { viewIds } from '../../ids';
import type { AgendaSource } from '../agendaSource';
import type { IncidentSession } from '../incidentSession';
import { localTimeFrom } from '../localTime';
import { plain } from '../plain';

/** One item on the left: severity, time since the declaration, what is due next. Hidden when nothing is open. */
export function createStatusBar(
	session: IncidentSession,
	agenda: AgendaSource,
	clock: Clock,
): vscode.Disposable {
	const item = vscode.window.createStatusBarItem(
		'runbookResponse.incident',
		vscode.StatusBarAlignment.Left,
		100,
	);
	item.name = 'Incident';
	item.command = `${viewIds.incident}.focus`;
	const wordsNow = (state: IncidentState): ReturnType<typeof statusWords> => {
		const now = clock.now();
		return statusWords(state, agenda.of(state), now, localTimeFrom(now));
	};
	const render = (): void => {
		const state = session.current;
		if (state && isOpen(state)) show(item, state, wordsNow(state));
		else item.hide();
	};
	render();
	return vscode.Disposable.from(item, agenda.onDidTick(render));
}

function show(
	item: vscode.StatusBarItem,
	state: IncidentState,
	{ text, spoken, next }: ReturnType<typeof statusWords>,
): void {
	item.text = `$(${iconOf(state.severity)}) ${plain(text)}`;
	const worst = state.severity === 'SEV-1';
	item.backgroundColor = worst ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
	// Only when it says something else: a screen reader must not chatter, nor a tooltip be drawn anew under the mouse.
	if (item.accessibilityInformation?.label !== spoken)
		item.accessibilityInformation = { label: spoken, role: 'button' };
	const tooltip = [state.title, state.id, ...next, 'Click to show the incident'].join('\n');
	if (item.tooltip !== tooltip) item.tooltip = tooltip;
	item.show();
}

/** Told by shape as well as by colour and text. */
function iconOf(severity: Severity): string {
	switch (severity) {
		case 'SEV-1':
			return 'flame';
		case 'SEV-2':
			return 'warning';
		case 'unknown':
			return 'question';
		default:
			return 'info';
	}
}
