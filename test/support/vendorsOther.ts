import { json, text, trouble, type Vendor } from './vendor';

export const webhook: Vendor = {
	secret: 'https://example.com/hook',
	options: {},
	documentation: 'our own: README',
	path: /^\/$/,
	schema: { type: 'object', required: ['key', 'incident', 'purpose', 'title', 'text', 'mayBeSecond'] },
	headers: { ...json, 'idempotency-key': /^inc-story\/m1$/ },
	good: { status: 204, body: '' },
	answers: [...trouble, [{ status: 404, body: '' }, 'refused', /gone, connect it again/]],
};

export const pagerDuty: Vendor = {
	secret: 'a'.repeat(32),
	options: {},
	documentation: 'https://developer.pagerduty.com/docs/events-api-v2-overview and its OpenAPI description',
	path: /^\/v2\/enqueue$/,
	schema: {
		type: 'object',
		required: ['routing_key', 'event_action'],
		properties: {
			routing_key: { type: 'string', minLength: 32, maxLength: 32 },
			event_action: { enum: ['trigger', 'acknowledge', 'resolve'] },
			dedup_key: text(255),
			payload: {
				type: 'object',
				required: ['summary', 'source', 'severity'],
				properties: {
					summary: text(1024),
					source: text(255),
					severity: { enum: ['critical', 'warning', 'error', 'info'] },
					timestamp: { type: 'string' },
					custom_details: { type: 'object' },
				},
			},
		},
		if: { properties: { event_action: { const: 'trigger' } } },
		then: { required: ['payload'] },
		else: { required: ['dedup_key'] },
	},
	headers: json,
	good: { status: 202, body: '{"status":"success","message":"Event processed","dedup_key":"inc-story"}' },
	answers: [
		...trouble,
		[
			{
				status: 400,
				body: '{"status":"invalid event","message":"Event object is invalid","errors":["Length of \'routing_key\' is incorrect (should be 32 characters)"]}',
			},
			'refused',
			/routing_key.*page by phone/,
		],
		[{ status: 429, body: '' }, 'busy', /slow down/],
	],
};

export const statuspage: Vendor = {
	secret: 'k'.repeat(36),
	options: { page: 'p1', components: 'c1, c2' },
	documentation: 'https://developer.statuspage.io/#operation/postPagesPageIdIncidents',
	path: /^\/v1\/pages\/p1\/incidents(?:\/[\w%-]+)?$/,
	schema: {
		type: 'object',
		required: ['incident'],
		properties: {
			incident: {
				type: 'object',
				required: ['status', 'body', 'deliver_notifications'],
				properties: {
					name: text(255),
					status: { enum: ['investigating', 'identified', 'monitoring', 'resolved'] },
					body: text(25_000),
					deliver_notifications: { const: false },
					component_ids: { type: 'array', items: { type: 'string' } },
					components: {
						type: 'object',
						additionalProperties: {
							enum: [
								'operational',
								'under_maintenance',
								'degraded_performance',
								'partial_outage',
								'major_outage',
							],
						},
					},
					metadata: { type: 'object' },
				},
			},
		},
	},
	headers: { ...json, authorization: /^OAuth k+$/ },
	good: { status: 201, body: '{"id":"sp1","status":"investigating"}' },
	answers: [
		...trouble,
		[
			{ status: 401, body: '{"error":"Could not authenticate"}' },
			'refused',
			/no longer right, connect it again/,
		],
		[{ status: 404, body: '{"error":"Not found"}' }, 'refused', /the page is gone/],
		[{ status: 420, body: '' }, 'busy', /slow down/],
		[{ status: 422, body: '{"error":["Component ids are invalid"]}' }, 'refused', /component ids/],
	],
};
