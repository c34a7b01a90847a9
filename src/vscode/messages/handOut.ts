import * as vscode from 'vscode';
import { copyText, type CopyPlace } from '../../core/comms/copyText';
import { mailto } from '../../core/comms/mailto';
import { audienceFor } from '../../core/comms/purpose';
import { severityText } from '../../core/incident/severity';
import type { Handler } from '../commands';
import { confirmed, pickRow } from '../handlers/ask';
import { say } from '../handlers/say';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import type { MessageDrafts } from './drafts';
import { requireDraft } from './sendDraft';

export interface HandOutTools {
	readonly drafts: MessageDrafts;
	/** Of the machine: where the last message was pasted. */
	readonly machineMemory: vscode.Memento;
}

const places: readonly (vscode.QuickPickItem & { readonly place: CopyPlace })[] = [
	{ label: 'Slack', description: 'one star for bold, links written out', place: 'slack' },
	{ label: 'Markdown', description: 'Teams, Discord, Mattermost, GitHub', place: 'markdown' },
	{ label: 'Plain Text', description: 'mail, ticket, phone', place: 'plain' },
];
const lastPlace = 'copyPlace';

/** Copies the message in the markup of where it is pasted; the place chosen last comes first. */
export function copyDraftHandler({ drafts, machineMemory }: HandOutTools): Handler {
	return async () => {
		const { text } = requireDraft(drafts);
		const last = machineMemory.get(lastPlace);
		const rows = [...places].sort(
			(left, right) => Number(right.place === last) - Number(left.place === last),
		);
		const chosen = await pickRow('Copy Message', 'Where will it be pasted?', rows);
		if (!chosen) return;
		await vscode.env.clipboard.writeText(copyText(text, chosen.place));
		await machineMemory.update(lastPlace, chosen.place);
		say('Copied. Mark as Posted when it is out');
	};
}

/** Opens a new mail in the person’s own mail program, after a look at it. Nothing is sent. */
export function mailDraftHandler({ drafts }: HandOutTools): Handler {
	return async () => {
		requireTrust('no mail can be begun from it');
		const { draft, text: typed } = requireDraft(drafts);
		const { severity, title } = draft.incident.state;
		const isDrill = draft.incident.state.kind === 'drill';
		const subject = plain(`${isDrill ? 'DRILL: ' : ''}${severityText(severity)}: ${title}`);
		const text = copyText(typed, 'plain');
		const { address, holdsText } = mailto({ subject, text });
		const how = holdsText
			? ''
			: 'It is too long for the mail program to take over: it is copied, paste it there.\n\n';
		const question = 'Open a new mail in your mail program?';
		if (!(await confirmed(question, `${how}${subject}\n\n${text}`, 'Open Mail'))) return;
		if (!holdsText) await vscode.env.clipboard.writeText(text);
		// As a string: of a Uri, VS Code would encode the marks between subject and text, too.
		const isOpen = await vscode.env.openExternal(address as unknown as vscode.Uri);
		if (isOpen) say('Mail opened. Mark as Posted when it is sent');
	};
}

/** For what was posted by hand: it counts as an update from now on. */
export function markDraftPostedHandler({ drafts }: HandOutTools): Handler {
	return async () => {
		requireTrust('no update can be recorded in it');
		const { document, draft, text } = requireDraft(drafts);
		const audience = audienceFor(undefined, draft.kind);
		await draft.incident.record('updatePosted', { audience, text, postedAt: undefined });
		await drafts.close(document);
	};
}
