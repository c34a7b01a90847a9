// Restricted Mode: the checklist can be read, and nothing else happens, whichever command is called by its id.
import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../../src/ids';
import { withAnswers } from './dialogs';

/** These read the runbook, or only look at what is loaded. All others must refuse. */
const harmless = new Set<CommandId>([
	'runbookResponse.switchIncident',
	'runbookResponse.chooseRunbook',
	'runbookResponse.openRunbook',
	'runbookResponse.showLog',
	'runbookResponse.goToLine',
	'runbookResponse.copyCommitId',
	'runbookResponse.showOpenItems',
	'runbookResponse.showMyItems',
	'runbookResponse.showItemsForSeverity',
	'runbookResponse.showAllItems',
	'runbookResponse.copyText',
	'runbookResponse.showScript',
	'runbookResponse.showState',
	'runbookResponse.showWholeTimeline',
	'runbookResponse.showMilestones',
	'runbookResponse.showMyEntries',
	'runbookResponse.copyDraft',
	'runbookResponse.disconnectTarget',
	'runbookResponse.showOutbox',
	'runbookResponse.showOpenActionItems',
	'runbookResponse.showIncidentReport',
]);

function everything(): readonly string[] {
	const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
	return fs.readdirSync(root, { recursive: true }).map(String).sort();
}

if (process.env.HOST_UNTRUSTED === '1') {
	suite('Restricted Mode', () => {
		for (const id of commandIds) {
			test(`${id} ${harmless.has(id) ? 'does no harm' : 'says that the folder is not trusted'}`, async () => {
				const before = everything();
				const deploy = { kind: 'deploy', deploy: { sha: 'a'.repeat(40), title: 'x' } };
				const answers = { inputs: ['x'], picks: ['SEV-1'], buttons: ['Run', 'Resolve'] };
				const { messages } = await withAnswers(answers, () => vscode.commands.executeCommand(id, deploy));
				const refused = messages.filter((message) => message.startsWith('This folder is not trusted, so '));
				assert.equal(refused.length, harmless.has(id) ? 0 : 1, messages.join('\n'));
				assert.deepEqual(everything(), before);
				assert.equal(vscode.window.terminals.length, 0);
			});
		}
	});
}
