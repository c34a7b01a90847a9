import type * as vscode from 'vscode';
import type { IncidentState } from '../../core/incident/model';
import { isPostmortem } from '../../core/postmortem/postmortemPaths';
import { UserError } from '../../core/userError';
import { readSettings } from '../settings';
import { FolderFiles } from '../workspaceFiles';
import { pickRow } from './ask';
import { incidentRecords } from './insights';
import { incidentRow } from './otherIncidents';
import type { PostmortemTools } from './postmortem';

/** The incident the file is about, not the one at hand; asked for when the file does not say. `undefined`: left. */
export async function incidentOf(
	document: vscode.TextDocument,
	{ session, source }: PostmortemTools,
	title: string,
): Promise<IncidentState | undefined> {
	const { folder } = source.state;
	if (!folder || session.all.length === 0)
		throw new UserError('There is no incident in this folder yet, so no postmortem of one.');
	const { incidentAbout } = await import('../../app/postmortem');
	const path = new FolderFiles(folder).relative(document.uri);
	const found = incidentAbout(document.getText(), path, incidentRecords(session));
	if (found) return found;
	if (!isPostmortem(path, readSettings(folder).postmortemFolder || undefined))
		throw new UserError(
			`${path} is not in a folder for postmortems and names no incident of this folder; open the postmortem, or set runbookResponse.postmortem.path.`,
		);
	const rows = session.all.map((state) => ({
		...incidentRow(state, state.id === session.current?.id),
		state,
	}));
	return (await pickRow(title, 'Which incident is this postmortem about?', rows))?.state;
}
