import { jsonOf, readStatus } from '../answers';
import { footer, markdownText } from '../markup';
import type { HttpResponse, SendResult, TargetRules } from '../target';

/**
 * Discord webhook. With `wait=true` the answer is the message; 429 says `retry_after` in seconds in its body.
 * `allowed_mentions` with nothing in it pings nobody. https://docs.discord.com/developers/resources/webhook
 */
export const discord: TargetRules = {
	title: 'Discord webhook',
	secretPrompt: 'Webhook address, beginning with https://discord.com/api/webhooks/',
	checkSecret: (secret) =>
		/^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]+$/.test(secret)
			? undefined
			: 'A Discord webhook address begins with https://discord.com/api/webhooks/.',
	options: {},
	// An embed holds 4096; escaping can double it.
	maxLength: 2000,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: `${context.target.baseUrl ?? context.secret}?wait=true`,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify({
			embeds: [{ description: markdownText(context.message.text), footer: { text: footer(context) } }],
			allowed_mentions: { parse: [] },
		}),
	}),
	read: readDiscord,
};

function readDiscord(response: HttpResponse): SendResult {
	const { id, retry_after: retryAfter } = jsonOf(response.body);
	if (response.status === 429 && typeof retryAfter === 'number')
		return {
			kind: 'busy',
			reason: 'Discord asks us to slow down.',
			retryAfterMs: Math.min(Math.max(0, retryAfter * 1000), 3_600_000),
		};
	const result = readStatus('Discord', response);
	return result.kind === 'sent' && typeof id === 'string' ? { kind: 'sent', vendorId: id } : result;
}
