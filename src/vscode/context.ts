import * as vscode from 'vscode';
import type { TimelineFilter } from '../core/incident/timelineFilter';
import { contextKeys } from '../ids';

/** The values each context key can have; `package.json` names them in its `when` clauses. */
export interface ContextValues {
	readonly runbook: 'loading' | 'noFolder' | 'none' | 'problem' | 'loaded';
	readonly incident: 'none' | 'open' | 'resolved';
	/** Whether any incident was ever declared in the folder. */
	readonly history: 'none' | 'some';
	readonly checklistFilter: 'on' | 'off';
	readonly timelineFilter: TimelineFilter;
	readonly deploys: 'notLoaded' | 'loaded' | 'unavailable';
}

export function setContext<K extends keyof ContextValues>(key: K, value: ContextValues[K]): void {
	void vscode.commands.executeCommand('setContext', contextKeys[key], value);
}
