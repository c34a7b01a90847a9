import * as vscode from 'vscode';
import type { IncidentState, Severity } from '../../core/incident/model';
import { oneLine } from '../../core/printable';
import { referTo } from '../../core/incident/reference';
import { viewIds } from '../../ids';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { plain } from '../plain';
import { requireTrust } from '../trust';

/** Asks title and severity, and starts the clock. With an incident open already, asks which one is meant first. */
export function declareHandler(source: RunbookSource, session: IncidentSession): Handler {
	return async () => {
		requireTrust('no incident can be recorded in it');
		const [open] = session.open;
		if (open && !(await wantsAnother(session, open))) return;
		const title = await askTitle();
		if (title === undefined) return;
		const severity = await askSeverity(title);
		if (severity === undefined) return;
		const loaded = source.loaded;
		const runbook = loaded && referTo(loaded.runbook, loaded.path, loaded.sha256);
		await session.declare({ title, severity, roles: [], runbook });
		await vscode.commands.executeCommand(`${viewIds.checklist}.focus`);
	};
}

/** False when the person meant an incident that is open already (which is then the current one), or gave up. */
async function wantsAnother(session: IncidentSession, first: IncidentState): Promise<boolean> {
	const existing = session.open.map((state) => ({
		label: `$(flame) Continue: ${plain(state.title)}`,
		description: `${state.severity} · ${state.id}`,
		incident: state.id,
	}));
	const another = { label: '$(add) Declare Another Incident', incident: undefined };
	const count = session.open.length;
	const title = count === 1 ? `“${first.title}” is open already` : `${count} incidents are open already`;
	const chosen = await vscode.window.showQuickPick([...existing, another], {
		title,
		placeHolder: 'Which incident do you mean?',
		ignoreFocusOut: true,
	});
	if (chosen?.incident !== undefined) session.choose(chosen.incident);
	return chosen === another;
}

async function askTitle(): Promise<string | undefined> {
	const title = await vscode.window.showInputBox({
		title: 'Declare Incident (1/2)',
		prompt: 'What is wrong, in a few words?',
		placeHolder: 'Checkout fails for card payments',
		ignoreFocusOut: true,
		validateInput: (text) => (text.trim() === '' ? 'A few words are enough: “checkout down”.' : undefined),
	});
	return title === undefined ? undefined : oneLine(title);
}

const severities: readonly (vscode.QuickPickItem & { readonly severity: Severity })[] = [
	{ label: 'SEV-1', description: 'the worst: everybody or money is affected', severity: 'SEV-1' },
	{ label: 'SEV-2', description: 'serious, with a part still working', severity: 'SEV-2' },
	{ label: 'SEV-3', description: 'limited or with a workaround', severity: 'SEV-3' },
	{ label: 'Unknown', description: 'decide later; the clock starts now', severity: 'unknown' },
];

async function askSeverity(title: string): Promise<Severity | undefined> {
	const chosen = await vscode.window.showQuickPick(severities, {
		title: `Declare Incident (2/2): ${title}`,
		placeHolder: 'How bad is it? If unsure, take the worse one.',
		ignoreFocusOut: true,
	});
	return chosen?.severity;
}
