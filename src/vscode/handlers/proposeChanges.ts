import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { incidentRecords } from './insights';
import type { PostmortemTools } from './postmortem';

/** Shows what skipped and added items ask the runbook to say; nothing is written before it was seen. */
export function proposeRunbookChangesHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('its runbook is not changed');
		const { loaded, uri } = tools.source;
		if (!loaded || !uri) throw new UserError('There is no runbook to change. Choose one first.');
		const document = await vscode.workspace.openTextDocument(uri);
		// The editor shows no byte order mark.
		const shown = { ...loaded, text: loaded.text.replace(/^\uFEFF/, '') };
		if (document.getText() !== shown.text)
			throw new UserError('The runbook is being edited; save it, then ask again.');
		const { proposeRunbook } = await import('../../app/insights');
		const { text, proposals } = proposeRunbook(incidentRecords(tools.session), shown, tools.clock.now());
		if (proposals.length > 0) await tools.proposals.propose(document, text, 'Propose Runbook Changes');
		else void vscode.window.showInformationMessage('The incidents so far ask for no change of the runbook.');
	};
}
