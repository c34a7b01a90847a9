import * as vscode from 'vscode';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { incidentAtHand, postmortemRequest, type PostmortemTools } from './postmortem';
import { incidentOf } from './postmortemIncident';
import { requirePostmortem } from './postmortemPlaces';
import { say } from './say';

/** Offers everything the record tells, as a section at the end of the postmortem; shown first. */
export function appendRecordHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const document = requirePostmortem();
		const incident = await incidentOf(document, tools, 'Append Record');
		if (!incident) return;
		const { request } = await postmortemRequest(tools, incident);
		const { hasAppendix, recordAppendix } = await import('../../app/postmortem');
		const text = document.getText();
		if (hasAppendix(text))
			throw new UserError('The record is in this postmortem already. Delete that section to append it anew.');
		await tools.proposals.propose(document, text + recordAppendix(request, text), 'Append Record');
	};
}

/** The timeline as an image, for places that draw no diagrams. */
export function saveTimelinePictureHandler(tools: PostmortemTools): Handler {
	return async () => {
		requireTrust('no file is written to it');
		const { files, request } = await postmortemRequest(tools, incidentAtHand(tools));
		const { preparePostmortem, timelinePicture } = await import('../../app/postmortem');
		const { file } = await preparePostmortem(request);
		const target = await vscode.window.showSaveDialog({
			title: 'Save Timeline Picture',
			defaultUri: files.uri(file.replace(/(?:\.md)?$/, '.svg')),
			filters: { 'SVG image': ['svg'] },
		});
		if (!target) return;
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(timelinePicture(request)));
		say('Timeline picture saved');
	};
}
