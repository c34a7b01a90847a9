import { jsonOf, readStatus } from '../answers';
import type { HttpResponse, SendContext, SendResult, TargetRules } from '../target';
import { isObject, isString } from '../../incident/guards';
import type { IncidentState, OutboxMessage, Severity } from '../../incident/model';

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
			url:
				context.firstVendorId === undefined
					? `${incidentsUrl(context)}/unresolved`
					: `${incidentsUrl(context)}/${encodeURIComponent(context.firstVendorId)}`,
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

/** What a page says of an incident and of its components. */
export interface PageState {
	readonly pageStatus: 'investigating' | 'identified' | 'monitoring' | 'resolved';
	readonly componentStatus: 'operational' | 'degraded_performance' | 'partial_outage' | 'major_outage';
}

/** Statuspage knows four states of an incident; components are judged by the severity. */
export function pageStateFor(
	purpose: OutboxMessage['purpose'],
	{ status, severity }: Pick<IncidentState, 'status' | 'severity'>,
): PageState {
	if (purpose === 'resolve status page') return { pageStatus: 'resolved', componentStatus: 'operational' };
	const known = status === 'mitigating' ? 'identified' : 'investigating';
	return {
		pageStatus: status === 'monitoring' ? 'monitoring' : known,
		componentStatus: componentState(severity),
	};
}

function incidentOf({ message, target, key, firstVendorId, incident }: SendContext): unknown {
	const components = (target.options['components'] ?? '')
		.split(',')
		.map((id) => id.trim())
		.filter(Boolean);
	const own = pageStateFor(message.purpose, incident);
	const state = message.componentStatus ?? own.componentStatus;
	return {
		...(firstVendorId === undefined ? { name: message.title.slice(0, 255) } : {}),
		status: message.pageStatus ?? own.pageStatus,
		body: message.text,
		deliver_notifications: message.tellsSubscribers === true,
		metadata: { runbook_response: { key } },
		...(components.length === 0
			? {}
			: { component_ids: components, components: Object.fromEntries(components.map((id) => [id, state])) }),
	};
}

function componentState(severity: Severity): PageState['componentStatus'] {
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

/** A creation by our key in the metadata; a change of an incident we know by its key there, too: each one writes it. */
function findOurs(response: HttpResponse, { key, firstVendorId }: SendContext): string | undefined {
	if (response.status !== 200) return undefined;
	if (firstVendorId !== undefined) {
		const { metadata } = jsonOf(response.body);
		return keyIn(metadata) === key ? firstVendorId : undefined;
	}
	for (const incident of Object.values(jsonOf(response.body))) {
		if (!isObject(incident) || !isString(incident['id'])) continue;
		if (keyIn(incident['metadata']) === key) return incident['id'];
	}
	return undefined;
}

function keyIn(metadata: unknown): unknown {
	const ours = isObject(metadata) ? metadata['runbook_response'] : undefined;
	return isObject(ours) ? ours['key'] : undefined;
}
