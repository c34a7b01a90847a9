import * as vscode from 'vscode';
import { messageProblemText, type MessageProblem } from '../../core/comms/messageCheck';
import { audienceFor, purposeFor, takesMessages } from '../../core/comms/purpose';
import type { Target } from '../../core/comms/target';
import { targetRules } from '../../core/comms/targets';
import { pageStateFor, type PageState } from '../../core/comms/targets/statuspage';
import type { Ids } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import type { Draft, MessageDrafts } from './drafts';
import type { TargetList } from './targetList';

export interface SendTools {
	readonly session: Pick<IncidentSession, 'all'>;
	readonly drafts: MessageDrafts;
	readonly targets: TargetList;
	readonly ids: Ids;
	readonly device: string;
	/** The holder of a role that has to approve messages, by the setting; `undefined` when nobody has to. */
	readonly approverOf: (draft: Draft) => string | undefined;
	/** Sends what waits, without waiting for it. */
	readonly sendSoon: () => void;
}

/** A draft with the text it holds now. */
export interface OpenDraft {
	readonly document: vscode.TextDocument;
	readonly draft: Draft;
	readonly text: string;
}

/** Shows exactly what goes where, and puts it into the outbox. */
export function sendDraftHandler(tools: SendTools): Handler {
	return async () => {
		requireTrust('no message can be sent from it');
		const open = asItIsNow(requireDraft(tools.drafts), tools);
		if (open.draft.incident.state.kind === 'drill')
			throw new UserError('This is a drill: nothing leaves the machine. Use Copy, or Mark as Posted.');
		const target = await pickTarget(tools);
		const meant = target && (await askMeant(tools, open, target));
		if (!meant) return;
		await queue(tools, open, { target, ...meant });
		await tools.drafts.close(open.document);
		tools.sendSoon();
	};
}

/** The message in the active editor. */
export function requireDraft(drafts: MessageDrafts): OpenDraft {
	const document = vscode.window.activeTextEditor?.document;
	const draft = drafts.draftOf(document);
	if (!document || !draft)
		throw new UserError('There is no message in the active editor. Begin one with “Incident: Post Update…”.');
	return { document, draft, text: document.getText().trimEnd() };
}

async function pickTarget({ targets }: SendTools): Promise<Target | undefined> {
	const rows = targets.all.filter(takesMessages).map((target) => ({
		label: `$(send) ${plain(target.label)}`,
		description: targetRules[target.kind].title,
		target,
	}));
	if (rows.length === 0) {
		const connect = 'Connect…';
		const message =
			'Nothing is connected on this machine yet. Copy the message and post it by hand, or connect a target.';
		const answer = await vscode.window.showInformationMessage(message, connect);
		if (answer === connect) await vscode.commands.executeCommand('runbookResponse.connectTarget');
		return undefined;
	}
	const chosen = await vscode.window.showQuickPick(rows, { title: 'Send Message', placeHolder: 'Where to?' });
	return chosen?.target;
}

/** The draft with the incident as it is now: while it was written, roles and status may have changed. */
function asItIsNow(open: OpenDraft, { session }: SendTools): OpenDraft {
	const { incident, kind } = open.draft;
	const state = session.all.find(({ id }) => id === incident.id);
	if (!state)
		throw new UserError('The incident of this message is not open here any more; copy the message instead.');
	return { ...open, draft: { kind, incident: { ...incident, state } } };
}

interface Meant {
	/** Whether the readers of a status page get a mail, and what it is set to; absent elsewhere. */
	readonly page?: PageState & { readonly tellsSubscribers: boolean };
}

/** The whole text, where it goes, and what is odd about it. Subscribers of a status page are told by a button of its own. */
async function askMeant(
	tools: SendTools,
	{ draft, text }: OpenDraft,
	target: Target,
): Promise<Meant | undefined> {
	const problems = tools.drafts.problemsOf(text, draft, target);
	const fatal = problems.find(({ code }) => code === 'empty' || code === 'too-long');
	if (fatal) throw new UserError(`Nothing was sent: ${messageProblemText(fatal)}`);
	const page = pageOf(target, draft);
	const buttons = sendButtons(problems, tools.approverOf(draft), page !== undefined);
	const answer = await vscode.window.showWarningMessage(
		plain(`Send this to ${target.label}?`),
		{
			modal: true,
			detail: plain([warnings(problems), pageWords(target, page), text].filter(Boolean).join('\n\n')),
		},
		...buttons,
	);
	if (answer === undefined) return undefined;
	return page ? { page: { ...page, tellsSubscribers: answer === buttons[1] } } : {};
}

function pageOf(target: Target, { kind, incident: { state } }: Draft): PageState | undefined {
	return target.kind === 'statuspage' ? pageStateFor(purposeFor(target, kind, state), state) : undefined;
}

function pageWords({ options }: Target, page: PageState | undefined): string {
	if (!page) return '';
	const components = options['components']
		? `, components ${options['components']}: ${page.componentStatus.replaceAll('_', ' ')}`
		: '';
	return `The page will say: ${page.pageStatus}${components}`;
}

/** To send, and to send with a mail to the subscribers. */
function sendButtons(
	problems: readonly MessageProblem[],
	approver: string | undefined,
	isPage: boolean,
): readonly string[] {
	const approved = approver === undefined ? '' : `, Approved by ${approver}`;
	const send = plain(`Send${problems.some(({ level }) => level === 'error') ? ' Anyway' : ''}${approved}`);
	return isPage ? [`${send}, Mail Nobody`, `${send}, Mail Subscribers`] : [send];
}

function warnings(problems: readonly MessageProblem[]): string {
	return problems.map((problem) => `⚠ ${messageProblemText(problem)}`).join('\n');
}

async function queue(
	{ ids, device, approverOf }: SendTools,
	{ draft, text }: OpenDraft,
	{ target, page }: Meant & { readonly target: Target },
): Promise<void> {
	const { incident, kind } = draft;
	const approver = approverOf(draft);
	if (approver !== undefined) {
		const decision = { decision: `Message to ${target.label}`, choice: 'Send', criteria: [] };
		await incident.record('decisionMade', { ...decision, decidedBy: approver, owner: approver });
	}
	await incident.record('messageQueued', {
		message: ids.next(),
		device,
		target: target.id,
		kind: target.kind,
		label: target.label,
		purpose: purposeFor(target, kind, incident.state),
		audience: audienceFor(target, kind),
		title: incident.title,
		text,
		...page,
	});
}
