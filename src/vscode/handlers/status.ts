import * as vscode from 'vscode';
import type { Status } from '../../core/incident/model';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { confirmed, pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** What can be chosen; resolving and closing ask for more and are commands of their own. */
type Choosable = Exclude<Status, 'resolved' | 'closed'>;

const words: Readonly<Record<Choosable, string>> = {
	triage: 'is it an incident at all?',
	investigating: 'looking for the cause',
	mitigating: 'stopping the damage',
	monitoring: 'the damage has stopped; watching whether it stays so',
	cancelled: 'it was no incident; the clock stops',
};

export function changeStatusHandler({ session }: IncidentTools): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const { state, record, title } = session.requireOpen('its status stays');
		const rows = (Object.keys(words) as Choosable[]).map((status) => ({
			label: status === state.status ? `${status} (now)` : status,
			description: words[status],
			status,
		}));
		const status = (await pickRow(`Change Status: ${title}`, 'Where does it stand?', rows))?.status;
		if (status === undefined || status === state.status) return;
		if (status === 'cancelled' && !(await isMeant(title))) return;
		await record('statusChanged', { status });
		if (status === 'monitoring' && !state.milestones.has('mitigatedAt')) sayMitigated();
		else say(`Status is now ${status}`);
	};
}

function isMeant(title: string): Promise<boolean> {
	return confirmed(
		`Cancel “${title}”?`,
		'It then counts as no incident, and its clock stops. To end a real one, use “Incident: Resolve Incident…”.',
		'Cancel the Incident',
	);
}

/** The record takes the milestone from the status; one undo takes both back. */
function sayMitigated(): void {
	const change = 'Change…';
	const text = 'Status is now monitoring, and the incident counts as mitigated from now.';
	void vscode.window.showInformationMessage(text, change).then((answer) => {
		if (answer === change) void vscode.commands.executeCommand('runbookResponse.markMilestone');
	});
}
