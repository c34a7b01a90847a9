import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { incidentOf } from './postmortemIncident';
import { postmortemRequest, type PostmortemTools } from './postmortem';

/** Brings the answers of the postmortem in the editor up to date, where nobody has touched them; shown first. */
export function refreshPostmortemHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const document = vscode.window.activeTextEditor?.document;
		if (document?.languageId !== 'markdown')
			throw new UserError('Open the postmortem in the editor first; it is what is refreshed.');
		const incident = await incidentOf(document, tools, 'Refresh Postmortem');
		if (!incident) return;
		const { request } = await postmortemRequest(tools, incident);
		const { prepareRefresh } = await import('../../app/postmortem');
		const before = document.getText();
		const { text, refreshed, kept } = await prepareRefresh(request, before);
		if (document.getText() !== before)
			throw new UserError('The postmortem was changed meanwhile; refresh it again.');
		if (refreshed.length > 0) await tools.proposals.propose(document, text, 'Refresh Postmortem');
		const left =
			kept.length === 0
				? ''
				: ` Left as somebody changed them: ${kept.map(({ label }) => label).join(', ')}.`;
		if (refreshed.length === 0 || left !== '')
			void vscode.window.showInformationMessage(
				plain(
					`${refreshed.length === 0 ? 'Nothing to refresh.' : `${refreshed.length} answers to refresh.`}${left}`,
				),
			);
	};
}
