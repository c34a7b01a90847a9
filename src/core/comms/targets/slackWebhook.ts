import { readStatus, type ErrorWords } from '../answers';
import { footer, inParts, slackText } from '../markup';
import type { HttpResponse, SendContext, SendResult, TargetRules } from '../target';

/**
 * Slack incoming webhook. The address is the secret; success is 200 with the body `ok`; errors are a word in the body.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const slackWebhook: TargetRules = {
	title: 'Slack incoming webhook',
	secretPrompt: 'Webhook address, beginning with https://hooks.slack.com/services/',
	checkSecret: (secret) =>
		/^https:\/\/hooks\.slack(?:-gov)?\.com\/\S+$/.test(secret)
			? undefined
			: 'A Slack webhook address begins with https://hooks.slack.com/.',
	options: {},
	maxLength: 12_000,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: context.target.baseUrl ?? context.secret,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(slackBody(context)),
	}),
	read: (response) => readSlackWord(response),
};

/** `plain_text` formats and mentions nothing, whatever it says. Sections hold 3000 characters. `text` is for screen readers. */
export function slackBody(context: SendContext): {
	readonly text: string;
	readonly blocks: readonly unknown[];
} {
	const { text, title } = context.message;
	const sections = inParts(text, 2900).map((part) => ({
		type: 'section',
		text: { type: 'plain_text', text: part, emoji: true },
	}));
	const last = { type: 'context', elements: [{ type: 'plain_text', text: footer(context) }] };
	return { text: slackText(`${title}: ${text}`.slice(0, 3000)), blocks: [...sections, last] };
}

function readSlackWord(response: HttpResponse): SendResult {
	const word = response.body.trim();
	if (response.status === 200 && word === 'ok') return { kind: 'sent', vendorId: undefined };
	const known = slackWords[word];
	if (known !== undefined) return { kind: 'refused', reason: `Slack refused it: ${known}.` };
	if (response.status === 200)
		return {
			kind: 'refused',
			reason: 'Slack answered something else than “ok”: post it by hand and connect again.',
			uncertain: true,
		};
	return readStatus('Slack', response);
}

/** Slack's error words, shared by webhooks and the Web API. */
export const slackWords: ErrorWords = {
	invalid_payload: 'it could not read the message; copy it and post it by hand',
	no_text: 'the message is empty',
	no_service: 'the webhook was removed or switched off; connect it again',
	no_service_id: 'the webhook address is not whole; connect it again',
	no_active_hooks: 'the webhook is switched off; connect it again',
	no_team: 'the workspace is gone; connect it again',
	team_disabled: 'the workspace is switched off; post it elsewhere',
	invalid_token: 'the webhook address is no longer right; connect it again',
	channel_not_found: 'there is no such channel; connect it with another one',
	channel_is_archived: 'the channel is archived; pick another one',
	is_archived: 'the channel is archived; pick another one',
	action_prohibited: 'an administrator forbids it; ask them, or post it by hand',
	posting_to_general_channel_denied: 'only administrators may post to that channel; pick another one',
	too_many_attachments: 'the message has too many parts; shorten it',
	user_not_found: 'there is no such person',
	not_in_channel: 'the bot is not in the channel; invite it with /invite',
	msg_too_long: 'the message is too long; shorten it',
	msg_blocks_too_long: 'the message is too long; shorten it',
	not_authed: 'the token is missing; connect it again',
	invalid_auth: 'the token is no longer right; connect it again',
	account_inactive: 'the bot was removed; connect it again',
	token_revoked: 'the token was revoked; connect it again',
	missing_scope: 'the token may not post; give it the scope chat:write',
	restricted_action: 'an administrator forbids it; ask them, or post it by hand',
};
