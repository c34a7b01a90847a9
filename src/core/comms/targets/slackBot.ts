import { jsonOf, readStatus, retryAfterMs } from '../answers';
import type { HttpResponse, SendResult, TargetRules } from '../target';
import { slackBody, slackWords } from './slackWebhook';

/**
 * Slack Web API, `chat.postMessage`: 200 also for errors, told by `ok` and `error`; `ts` names the message, and the
 * first one of an incident begins the thread of the others. https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const slackBot: TargetRules = {
	title: 'Slack bot',
	secretPrompt: 'Bot token, beginning with xoxb-',
	checkSecret: (secret) => (/^xox[bp]-[\w-]+$/.test(secret) ? undefined : 'A bot token begins with xoxb-.'),
	options: { channel: 'Channel, such as #incidents or C0123456789' },
	maxLength: 12_000,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: `${context.target.baseUrl ?? 'https://slack.com'}/api/chat.postMessage`,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			authorization: `Bearer ${context.secret}`,
		},
		body: JSON.stringify({
			channel: context.target.options['channel'] ?? '',
			...slackBody(context),
			...(context.firstVendorId === undefined ? {} : { thread_ts: context.firstVendorId }),
			unfurl_links: false,
			link_names: false,
			// Shows up in the history of the channel, so that a second one can be told from the first.
			metadata: { event_type: 'runbook_response', event_payload: { key: context.key } },
		}),
	}),
	read: readApi,
};

function readApi(response: HttpResponse): SendResult {
	const { ok, error, ts } = jsonOf(response.body);
	if (response.status === 200 && ok === true)
		return { kind: 'sent', vendorId: typeof ts === 'string' ? ts : undefined };
	if (error === 'rate_limited' || error === 'ratelimited')
		return {
			kind: 'busy',
			reason: 'Slack asks us to slow down.',
			retryAfterMs: retryAfterMs(response.headers),
		};
	if (error === 'internal_error' || error === 'fatal_error' || error === 'service_unavailable')
		return { kind: 'busy', reason: 'Slack has trouble of its own.', retryAfterMs: undefined };
	if (typeof error === 'string')
		return {
			kind: 'refused',
			reason: `Slack refused it: ${slackWords[error] ?? `“${error}”; copy the message and post it by hand`}.`,
		};
	if (response.status === 200)
		return {
			kind: 'refused',
			reason: 'Slack answered something we cannot read: look whether it arrived.',
			uncertain: true,
		};
	return readStatus('Slack', response);
}
