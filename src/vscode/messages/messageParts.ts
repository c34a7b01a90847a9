import * as vscode from 'vscode';
import { nextUpdateAfter } from '../../core/comms/nextUpdate';
import type { HttpRequest, HttpResponse } from '../../core/comms/target';
import type { Clock, Ids, Log } from '../../core/ports';
import { isCommander } from '../../core/schedule/roleNames';
import { findSecrets } from '../../core/scripts/findSecrets';
import { UserError } from '../../core/userError';
import type { Handlers } from '../commands';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { readSettings } from '../settings';
import { composeHandler } from './compose';
import { connectTargetHandler, disconnectTargetHandler } from './connect';
import { MessageDrafts, type Draft } from './drafts';
import { copyDraftHandler, mailDraftHandler, markDraftPostedHandler } from './handOut';
import { copyMessageHandler, retryMessageHandler, showOutboxHandler } from './outbox';
import { Paging } from './paging';
import { sendDraftHandler } from './sendDraft';
import { Sending } from './sending';
import { TargetList } from './targetList';

/** What only the composition root can give. */
export interface MessageWorld {
	/** Of the machine, not of the workspace. */
	readonly machineMemory: vscode.Memento;
	readonly secrets: vscode.SecretStorage;
	readonly device: string;
	readonly sendRequest: (request: HttpRequest, allowPrivate: boolean) => Promise<HttpResponse>;
	readonly random: () => number;
	readonly mayTry: () => Promise<boolean>;
}

export interface MessageTools extends MessageWorld {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly log: Log;
}

/** Everything about messages to other systems: drafts, targets, the outbox, and the commands over them. */
export function createMessageParts(tools: MessageTools) {
	const { source, session, clock } = tools;
	const targets = new TargetList(tools.machineMemory, tools.secrets);
	const drafts = new MessageDrafts({ targets, findSecrets });
	const send = (request: HttpRequest): Promise<HttpResponse> =>
		tools.sendRequest(request, readSettings(undefined).allowPrivateTargets);
	const sending = new Sending({ ...tools, targets, send });
	const sendSoon = (): void => sending.soon();
	const outbox = { session, device: tools.device, sendSoon };
	const paging = new Paging({ ...tools, targets, sendSoon });
	const compose = {
		source,
		session,
		clock,
		drafts,
		nextUpdateAt: (...[state, runbook, audience]: Parameters<NextUpdate>) =>
			nextUpdateAfter(state, runbook, audience, clock.now()),
	};
	const approverOf = (draft: Draft): string | undefined => approver(tools, draft);
	const sendTools = { ...tools, drafts, targets, approverOf, sendSoon };
	const handlers = {
		'runbookResponse.declareInChat': composeHandler(compose, 'declare'),
		'runbookResponse.postUpdate': composeHandler(compose, 'update'),
		'runbookResponse.notifyCustomers': composeHandler(compose, 'customer'),
		'runbookResponse.briefSupport': composeHandler(compose, 'support'),
		'runbookResponse.updateStatusPage': composeHandler(compose, 'statusPage'),
		'runbookResponse.sendDraft': sendDraftHandler(sendTools),
		'runbookResponse.copyDraft': copyDraftHandler(sendTools),
		'runbookResponse.mailDraft': mailDraftHandler(sendTools),
		'runbookResponse.markDraftPosted': markDraftPostedHandler(sendTools),
		'runbookResponse.connectTarget': connectTargetHandler({ ...tools, targets, send }),
		'runbookResponse.disconnectTarget': disconnectTargetHandler({ targets }),
		'runbookResponse.showOutbox': showOutboxHandler(outbox),
		'runbookResponse.retryMessage': retryMessageHandler(outbox),
		'runbookResponse.copyMessage': copyMessageHandler(outbox),
	} satisfies Partial<Handlers>;
	return { handlers, paging, parts: vscode.Disposable.from(drafts, sending, paging) };
}

type NextUpdate = Parameters<typeof composeHandler>[0]['nextUpdateAt'];

/** With the setting on: the Incident Commander, by the runbook's first role that is one. */
function approver({ source, session }: MessageTools, { incident: { state } }: Draft): string | undefined {
	if (!readSettings(source.state.folder).messagesNeedApproval) return undefined;
	const named = source.loaded?.runbook.roles.find(isCommander)?.name;
	const held = [...state.roles].find(([name]) => name === named || isCommander({ name, short: undefined }));
	if (!held)
		throw new UserError(
			'Messages need the Incident Commander’s approval (setting messages.needApproval), and nobody holds that role. Assign it first.',
		);
	return held[1] === session.me ? undefined : held[1];
}
