import * as vscode from 'vscode';
import type { IncidentState } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import { formatElapsed, spokenElapsed } from '../../core/schedule/elapsed';
import { viewIds } from '../../ids';
import type { IncidentSession } from '../incidentSession';
import { Ticker } from '../ticker';

/** One item on the left: severity, time since the declaration. Hidden when nothing is open. */
export function createStatusBar(session: IncidentSession, clock: Clock): vscode.Disposable {
	const item = vscode.window.createStatusBarItem(
		'runbookResponse.incident',
		vscode.StatusBarAlignment.Left,
		100,
	);
	item.name = 'Incident';
	item.command = `${viewIds.incident}.focus`;
	const ticker = new Ticker(() => render());
	const render = (): void => {
		const state = session.current;
		const open = state !== undefined && !state.milestones.has('resolvedAt');
		ticker.run(open);
		if (open) show(item, state, clock.now());
		else item.hide();
	};
	render();
	return vscode.Disposable.from(item, ticker, session.onDidChange(render));
}

function show(item: vscode.StatusBarItem, state: IncidentState, now: number): void {
	// A clock that was set back shows zero, not a time before the declaration.
	const elapsed = Math.max(0, now - (state.milestones.get('declaredAt') ?? now));
	const severity = state.severity === 'unknown' ? 'SEV ?' : state.severity;
	const worst = state.severity === 'SEV-1';
	item.text = `$(flame) ${severity} ${formatElapsed(elapsed)}`;
	item.backgroundColor = worst ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
	const spoken = state.severity === 'unknown' ? 'severity unknown' : state.severity;
	// Changes once a minute, not once a second: a screen reader must not chatter with the clock.
	const label = `Incident, ${spoken}, ${state.title}, declared ${spokenElapsed(elapsed)} ago`;
	if (item.accessibilityInformation?.label !== label)
		item.accessibilityInformation = { label, role: 'button' };
	item.tooltip = `${state.title}\n${state.id}\nClick to show the incident`;
	item.show();
}
