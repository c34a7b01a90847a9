import * as vscode from 'vscode';
import type { Status } from '../../core/incident/model';
import type { Handler } from '../commands';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
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

export function changeStatusHandler({ session, clock }: IncidentTools): Handler {
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
		if (status === 'monitoring' && !state.milestones.has('mitigatedAt'))
			await markMitigated(record, clock.now());
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

/** The damage has stopped: that is what "mitigated" means, and most people forget to write it down. */
async function markMitigated(record: BoundIncident['record'], at: number): Promise<void> {
	await record('milestoneSet', { milestone: 'mitigatedAt', at, before: undefined });
	const change = 'Change…';
	const text = 'Status is now monitoring, and the incident counts as mitigated from now.';
	void vscode.window.showInformationMessage(plain(text), change).then((answer) => {
		if (answer === change) void vscode.commands.executeCommand('runbookResponse.markMilestone');
	});
}
