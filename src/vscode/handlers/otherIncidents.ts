import * as vscode from 'vscode';
import type { IncidentLink, IncidentState } from '../../core/incident/model';
import { severityText } from '../../core/incident/severity';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { incidentIn } from './argument';
import { pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

/** Turns the window to another incident, also to one that is over. Writes nothing. */
export function switchHandler(session: IncidentSession): Handler {
	return async (argument) => {
		const given = incidentIn(argument, session.all);
		if (given !== undefined) {
			session.choose(given);
			return;
		}
		if (session.all.length === 0) {
			void vscode.window.showInformationMessage('No incident has been declared in this folder yet.');
			return;
		}
		const current = session.current?.id;
		const rows = session.all.map((state) => incidentRow(state, state.id === current));
		const chosen = await pickRow('Switch Incident', 'Which incident should this window show?', rows);
		if (chosen) session.choose(chosen.incident);
	};
}

/** An incident in a list to choose from. */
export function incidentRow({ id, title, severity, status, kind }: IncidentState, isCurrent: boolean) {
	const parts = [
		isCurrent ? 'shown now' : '',
		severityText(severity),
		status,
		kind === 'real' ? '' : kind,
		id,
	];
	return { label: plain(title), description: parts.filter(Boolean).join(' · '), incident: id };
}

const relations: Readonly<Record<IncidentLink['relation'], string>> = {
	'duplicate of': 'the same thing, declared twice',
	'part of': 'a piece of a larger incident',
	'related to': 'worth knowing about',
};

/** Says how this incident belongs to another one of the folder. */
export function linkHandler({ session }: IncidentTools): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const { state, record, title } = session.requireCurrent();
		const others = session.all.filter(({ id }) => id !== state.id);
		if (others.length === 0) throw new UserError('There is no other incident in this folder to link to.');
		const rows = (Object.keys(relations) as IncidentLink['relation'][]).map((relation) => ({
			label: relation,
			description: relations[relation],
			relation,
		}));
		const relation = (await pickRow(`Link Incident: ${title}`, 'This incident is …', rows))?.relation;
		if (relation === undefined) return;
		const other = await pickRow(
			`Link Incident: ${title} is ${relation} …`,
			'Which incident?',
			others.map((one) => incidentRow(one, false)),
		);
		if (!other) return;
		await record('linked', { relation, incident: other.incident });
		say(`This incident is ${relation} ${other.incident}`);
	};
}
