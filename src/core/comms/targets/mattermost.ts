import { readStatus } from '../answers';
import { footer, markdownText } from '../markup';
import type { HttpResponse, SendResult, TargetRules } from '../target';

/**
 * Mattermost incoming webhook: Slack's shape, but Markdown; 200 with the body `ok`.
 * https://developers.mattermost.com/integrate/webhooks/incoming/
 */
export const mattermost: TargetRules = {
	title: 'Mattermost webhook',
	secretPrompt: 'Webhook address, such as https://chat.example.com/hooks/…',
	checkSecret: (secret) =>
		/^https:\/\/[^\s/]+\/(?:\S+\/)?hooks\/\w+$/.test(secret)
			? undefined
			: 'A Mattermost webhook address is https and has /hooks/ in it.',
	options: {},
	// A post holds 16,383; escaping can double it.
	maxLength: 8000,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: context.target.baseUrl ?? context.secret,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify({
			text: `${markdownText(context.message.text)}\n\n${markdownText(footer(context))}`,
		}),
	}),
	read: (response: HttpResponse): SendResult =>
		response.status === 200 && response.body.trim() !== 'ok'
			? {
					kind: 'refused',
					reason: 'Mattermost answered something else than “ok”: look whether it arrived.',
					uncertain: true,
				}
			: readStatus('Mattermost', response),
};
