import { jsonOf, readStatus } from '../answers';
import type { MessagePurpose, Severity } from '../../incident/model';
import { oneLine } from '../../printable';
import type { HttpResponse, SendContext, SendResult, TargetRules } from '../target';

/**
 * PagerDuty Events API v2. The deduplication key is the incident’s id: however often it is sent, one page. 202 means
 * taken, not that somebody was woken. https://developer.pagerduty.com/docs/events-api-v2-overview
 */
export const pagerDuty: TargetRules = {
	title: 'PagerDuty (Events API v2)',
	secretPrompt: 'Integration key of the service, 32 characters',
	checkSecret: (secret) =>
		/^[A-Za-z0-9]{32}$/.test(secret) ? undefined : 'An integration key has 32 letters and digits.',
	options: {},
	maxLength: 1024,
	hasKey: true,
	request: (context) => ({
		method: 'POST',
		url: `${context.target.baseUrl ?? 'https://events.pagerduty.com'}/v2/enqueue`,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(event(context)),
	}),
	read: readEvent,
};

function event({ secret, message, incident }: SendContext): unknown {
	const action = actions[message.purpose] ?? 'trigger';
	const envelope = { routing_key: secret, event_action: action, dedup_key: incident.id.slice(0, 255) };
	if (action !== 'trigger') return envelope;
	return {
		...envelope,
		client: 'Runbook Response',
		payload: {
			summary: oneLine(`${incident.severity}: ${message.title}`).slice(0, 1024),
			source: 'runbook-response',
			severity: severityName(incident.severity),
			timestamp: new Date(message.queuedAt).toISOString(),
			custom_details: { incident: incident.id, message: message.text.slice(0, 8000), asked_by: message.by },
		},
	};
}

const actions: Partial<Readonly<Record<MessagePurpose, 'trigger' | 'acknowledge' | 'resolve'>>> = {
	page: 'trigger',
	'acknowledge page': 'acknowledge',
	'resolve page': 'resolve',
};

/** PagerDuty knows four. An unknown severity pages as the worst. */
function severityName(severity: Severity): string {
	const names: Readonly<Record<string, string>> = {
		unknown: 'critical',
		'SEV-1': 'critical',
		'SEV-2': 'error',
		'SEV-3': 'warning',
	};
	return names[severity] ?? 'info';
}

function readEvent(response: HttpResponse): SendResult {
	const { dedup_key: key, errors, message } = jsonOf(response.body);
	if (response.status === 202) return { kind: 'sent', vendorId: typeof key === 'string' ? key : undefined };
	if (response.status === 400) {
		const said = [errors, message].flat().filter((one) => typeof one === 'string');
		return {
			kind: 'refused',
			reason: `PagerDuty could not read the page (${oneLine(said.join('; ')).slice(0, 200)}): page by phone, and check the integration key.`,
		};
	}
	return readStatus('PagerDuty', response);
}
