import { jsonOf, readStatus } from '../answers';
import type { HttpResponse, SendContext, SendResult, TargetRules } from '../target';
import { isObject, isString } from '../../incident/guards';
import type { OutboxMessage, Severity } from '../../incident/model';

/**
 * Statuspage: an incident is created, then changed by its id. There is no idempotency key, so a creation whose answer
 * was lost is looked for among the unresolved ones by our key in its metadata. Subscribers are told only when asked
 * for. https://developer.statuspage.io/
 */
export const statuspage: TargetRules = {
	title: 'Statuspage',
	secretPrompt: 'API key',
	checkSecret: (secret) =>
		/^[\w-]{20,80}$/.test(secret) ? undefined : 'An API key has 20 to 80 letters, digits and -.',
	options: {
		page: 'Page id',
		components: 'Component ids that are affected, with commas between; empty for none',
	},
	maxLength: 25_000,
	hasKey: false,
	request: (context) => {
		const creates = context.firstVendorId === undefined;
		return {
			method: creates ? 'POST' : 'PATCH',
			url: creates
				? incidentsUrl(context)
				: `${incidentsUrl(context)}/${encodeURIComponent(context.firstVendorId)}`,
			headers: headers(context),
			body: JSON.stringify({ incident: incidentOf(context) }),
		};
	},
	read: readIncident,
	probe: {
		request: (context) => ({
			method: 'GET',
			url: `${incidentsUrl(context)}/unresolved`,
			headers: headers(context),
			body: undefined,
		}),
		read: findOurs,
	},
};

const incidentsUrl = ({ target }: SendContext): string =>
	`${target.baseUrl ?? 'https://api.statuspage.io'}/v1/pages/${encodeURIComponent(target.options['page'] ?? '')}/incidents`;

const headers = ({ secret }: SendContext): Readonly<Record<string, string>> => ({
	'content-type': 'application/json; charset=utf-8',
	authorization: `OAuth ${secret}`,
});

/** Statuspage knows four states of an incident. */
function statusOf({ purpose }: OutboxMessage, { status }: SendContext['incident']): string {
	if (purpose === 'resolve status page') return 'resolved';
	if (status === 'monitoring') return 'monitoring';
	return status === 'mitigating' ? 'identified' : 'investigating';
}

function incidentOf({ message, target, key, firstVendorId, incident }: SendContext): unknown {
	const components = (target.options['components'] ?? '')
		.split(',')
		.map((id) => id.trim())
		.filter(Boolean);
	const state = message.purpose === 'resolve status page' ? 'operational' : componentState(incident.severity);
	return {
		...(firstVendorId === undefined ? { name: message.title.slice(0, 255) } : {}),
		status: statusOf(message, incident),
		body: message.text,
		deliver_notifications: message.tellsSubscribers === true,
		metadata: { runbook_response: { key } },
		...(components.length === 0
			? {}
			: { component_ids: components, components: Object.fromEntries(components.map((id) => [id, state])) }),
	};
}

function componentState(severity: Severity): string {
	if (severity === 'SEV-1') return 'major_outage';
	return severity === 'SEV-2' ? 'partial_outage' : 'degraded_performance';
}

function readIncident(response: HttpResponse): SendResult {
	const { id, error } = jsonOf(response.body);
	if (response.status === 200 || response.status === 201)
		return { kind: 'sent', vendorId: typeof id === 'string' ? id : undefined };
	if (response.status === 422)
		return {
			kind: 'refused',
			reason: `Statuspage did not take it (${JSON.stringify(error ?? 'no reason given').slice(0, 200)}): check the page and component ids.`,
		};
	return readStatus('Statuspage', response);
}

function findOurs(response: HttpResponse, { key }: SendContext): string | undefined {
	if (response.status !== 200) return undefined;
	for (const incident of Object.values(jsonOf(response.body))) {
		if (!isObject(incident) || !isString(incident['id'])) continue;
		const { metadata } = incident;
		const ours = isObject(metadata) ? metadata['runbook_response'] : undefined;
		if (isObject(ours) && ours['key'] === key) return incident['id'];
	}
	return undefined;
}
