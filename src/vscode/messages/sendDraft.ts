import * as vscode from 'vscode';
import { messageProblemText, type MessageProblem } from '../../core/comms/messageCheck';
import { audienceFor, purposeFor, takesMessages } from '../../core/comms/purpose';
import type { Target } from '../../core/comms/target';
import { targetRules } from '../../core/comms/targets';
import type { Ids } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import type { Draft, MessageDrafts } from './drafts';
import type { TargetList } from './targetList';

export interface SendTools {
	readonly drafts: MessageDrafts;
	readonly targets: TargetList;
	readonly ids: Ids;
	readonly device: string;
	/** The holder of a role that has to approve messages, by the setting; `undefined` when nobody has to. */
	readonly approverOf: (draft: Draft) => string | undefined;
	/** Sends what waits, without waiting for it. */
	readonly sendSoon: () => void;
}

interface OpenDraft {
	readonly document: vscode.TextDocument;
	readonly draft: Draft;
	readonly text: string;
}

/** Shows exactly what goes where, and puts it into the outbox. */
export function sendDraftHandler(tools: SendTools): Handler {
	return async () => {
		requireTrust('no message can be sent from it');
		const open = requireDraft(tools.drafts);
		if (open.draft.incident.state.kind === 'drill')
			throw new UserError('This is a drill: nothing leaves the machine. Use Copy, or Mark as Posted.');
		const target = await pickTarget(tools);
		if (!target || !(await isMeant(tools, open, target))) return;
		await queue(tools, open, target);
		await tools.drafts.close(open.document);
		tools.sendSoon();
	};
}

export function copyDraftHandler({ drafts }: Pick<SendTools, 'drafts'>): Handler {
	return async () => {
		await vscode.env.clipboard.writeText(requireDraft(drafts).text);
		vscode.window.setStatusBarMessage('$(copy) Copied. Mark as Posted when it is out.', 6000);
	};
}

/** For what was posted by hand: it counts as an update from now on. */
export function markDraftPostedHandler({ drafts }: Pick<SendTools, 'drafts'>): Handler {
	return async () => {
		requireTrust('no update can be recorded in it');
		const { document, draft, text } = requireDraft(drafts);
		const audience = audienceFor(undefined, draft.kind);
		await draft.incident.record('updatePosted', { audience, text, postedAt: undefined });
		await drafts.close(document);
	};
}

function requireDraft(drafts: MessageDrafts): OpenDraft {
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

/** The whole text, where it goes, and what is odd about it. */
async function isMeant(tools: SendTools, { draft, text }: OpenDraft, target: Target): Promise<boolean> {
	const { maxLength } = targetRules[target.kind];
	const problems = tools.drafts.problemsOf(text, draft, maxLength);
	const fatal = problems.find(({ code }) => code === 'empty' || code === 'too-long');
	if (fatal) throw new UserError(`Nothing was sent: ${messageProblemText(fatal)}`);
	const approver = tools.approverOf(draft);
	const send = approver === undefined ? 'Send' : plain(`Send, Approved by ${approver}`);
	const anyway = problems.some(({ level }) => level === 'error') ? 'Send Anyway' : send;
	const answer = await vscode.window.showWarningMessage(
		plain(`Send this to ${target.label}?`),
		{
			modal: true,
			detail: plain([warnings(problems), subscribers(target), text].filter(Boolean).join('\n\n')),
		},
		anyway,
	);
	return answer === anyway;
}

function warnings(problems: readonly MessageProblem[]): string {
	return problems.map((problem) => `⚠ ${messageProblemText(problem)}`).join('\n');
}

function subscribers({ kind, options }: Target): string {
	if (kind !== 'statuspage') return '';
	return options['notify'] === 'yes'
		? 'Subscribers of the page are told by e-mail.'
		: 'Subscribers of the page are not told.';
}

async function queue(
	{ ids, device, approverOf }: SendTools,
	{ draft, text }: OpenDraft,
	target: Target,
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
	});
}
