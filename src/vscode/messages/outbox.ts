import * as vscode from 'vscode';
import type { OutboxMessage } from '../../core/incident/model';
import { UserError } from '../../core/userError';
import { incidentSubject } from '../views/incidentTree';
import type { Handler } from '../commands';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { requireTrust } from '../trust';

const stateWords: Readonly<Record<OutboxMessage['state'], string>> = {
	waiting: '$(sync) not sent yet',
	sent: '$(check) sent',
	failed: '$(error) not sent',
	dropped: '$(circle-slash) not sent, on purpose',
};

export interface OutboxTools {
	readonly session: IncidentSession;
	/** Name of this machine in the record. */
	readonly device: string;
	/** Sends what waits, without waiting for it. */
	readonly sendSoon: () => void;
}

/** Lists the incident's messages, newest first, with how each fared; one that did not get out can be tried again or copied. */
export function showOutboxHandler(tools: OutboxTools): Handler {
	return async () => {
		const incident = tools.session.requireCurrent();
		const { state } = incident;
		const rows = [...state.outbox.values()].reverse().map((message) => ({
			label: `${stateWords[message.state]}: ${plain(message.label)}`,
			description: plain(message.reason ?? ''),
			detail: plain(message.text.slice(0, 200)),
			message,
		}));
		if (rows.length === 0) throw new UserError('No message of this incident has gone through here yet.');
		const chosen = await vscode.window.showQuickPick(rows, {
			title: `Messages: ${plain(state.title)}`,
			matchOnDetail: true,
		});
		if (!chosen) return;
		const { state: fate, text } = chosen.message;
		const [retry, copy] = ['Try Again Now', 'Copy Message'];
		const actions = fate === 'failed' || fate === 'waiting' ? [retry, copy] : [copy];
		const answer = await vscode.window.showInformationMessage(
			plain(`${chosen.message.label}: ${chosen.message.reason ?? fate}`),
			...actions,
		);
		if (answer === copy) await vscode.env.clipboard.writeText(text);
		if (answer !== retry) return;
		requireTrust('no message can be sent from it');
		await tryAgain(tools, incident, chosen.message);
	};
}

/** Tries the message of a row again now. */
export function retryMessageHandler(tools: OutboxTools): Handler {
	return async (argument) => {
		requireTrust('no message can be sent from it');
		const { message, incident } = messageOf(tools.session, argument);
		await tryAgain(tools, incident, message);
	};
}

/** A message is sent by the machine that wrote it, and by no other. */
async function tryAgain(
	{ device, sendSoon }: OutboxTools,
	{ record }: Pick<BoundIncident, 'record'>,
	{ message, device: writer, by }: OutboxMessage,
): Promise<void> {
	if (writer !== device)
		throw new UserError(`Only the machine of ${by} can send this message. Copy it, and post it by hand.`);
	await record('messageRetried', { message });
	sendSoon();
}

/** The text of a row's message, as it was written. */
export function copyMessageHandler({ session }: Pick<OutboxTools, 'session'>): Handler {
	return async (argument) => {
		requireTrust('no incident of it is read');
		await vscode.env.clipboard.writeText(messageOf(session, argument).message.text);
	};
}

function messageOf(session: IncidentSession, argument: unknown) {
	const incident = session.requireCurrent();
	const message = incident.state.outbox.get(incidentSubject(argument, 'message') ?? '');
	if (!message) throw new UserError('That message is not in the outbox of this incident any more.');
	return { message, incident };
}
