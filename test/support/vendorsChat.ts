import { json, text, trouble, type Vendor } from './vendor';

const plainText = (maxLength: number): object => ({
	type: 'object',
	required: ['type', 'text'],
	additionalProperties: false,
	properties: { type: { const: 'plain_text' }, text: text(maxLength), emoji: { type: 'boolean' } },
});
/** https://docs.slack.dev/reference/block-kit/blocks: at most 50 blocks, 3000 characters a section, 10 elements a context. */
const slackBlocks = {
	type: 'array',
	maxItems: 50,
	items: {
		oneOf: [
			{
				type: 'object',
				required: ['type', 'text'],
				additionalProperties: false,
				properties: { type: { const: 'section' }, text: plainText(3000) },
			},
			{
				type: 'object',
				required: ['type', 'elements'],
				additionalProperties: false,
				properties: {
					type: { const: 'context' },
					elements: { type: 'array', minItems: 1, maxItems: 10, items: plainText(3000) },
				},
			},
		],
	},
};
export const slackWebhook: Vendor = {
	secret: 'https://hooks.slack.com/services/T0/B0/x',
	options: {},
	documentation: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
	path: /^\/$/,
	schema: {
		type: 'object',
		required: ['text'],
		additionalProperties: false,
		properties: { text: text(40_000), blocks: slackBlocks },
	},
	headers: json,
	good: { status: 200, body: 'ok' },
	answers: [
		...trouble,
		[{ status: 200, body: 'queued' }, 'refused', /something else than “ok”/],
		[{ status: 400, body: 'invalid_payload' }, 'refused', /could not read the message/],
		[{ status: 403, body: 'action_prohibited' }, 'refused', /administrator forbids/],
		[{ status: 404, body: 'no_service' }, 'refused', /removed or switched off/],
		[{ status: 410, body: 'channel_is_archived' }, 'refused', /archived; pick another/],
		[{ status: 429, body: '', headers: { 'retry-after': '3' } }, 'busy', /slow down/],
	],
};

export const slackBot: Vendor = {
	secret: 'xoxb-1-abc',
	options: { channel: '#incidents' },
	documentation: 'https://docs.slack.dev/reference/methods/chat.postMessage',
	path: /^\/api\/chat\.postMessage$/,
	schema: {
		type: 'object',
		required: ['channel', 'text'],
		additionalProperties: false,
		properties: {
			channel: text(80),
			text: text(40_000),
			blocks: slackBlocks,
			thread_ts: { type: 'string', pattern: '^\\d+\\.\\d+$' },
			unfurl_links: { type: 'boolean' },
			link_names: { type: 'boolean' },
			metadata: {
				type: 'object',
				required: ['event_type', 'event_payload'],
				properties: {
					event_type: { type: 'string', pattern: '^[\\w]+$' },
					event_payload: { type: 'object' },
				},
			},
		},
	},
	headers: { ...json, authorization: /^Bearer xoxb-1-abc$/ },
	good: { status: 200, body: '{"ok":true,"ts":"1700000000.000100","channel":"C1"}' },
	answers: [
		...trouble,
		[{ status: 200, body: '{"ok":false,"error":"not_in_channel"}' }, 'refused', /invite it with \/invite/],
		[{ status: 200, body: '{"ok":false,"error":"is_archived"}' }, 'refused', /archived; pick another/],
		[{ status: 200, body: '{"ok":false,"error":"invalid_auth"}' }, 'refused', /connect it again/],
		[{ status: 200, body: '{"ok":false,"error":"missing_scope"}' }, 'refused', /chat:write/],
		[{ status: 200, body: '{"ok":false,"error":"brand_new"}' }, 'refused', /“brand_new”/],
		[
			{ status: 200, body: '{"ok":false,"error":"rate_limited"}', headers: { 'retry-after': '9' } },
			'busy',
			/slow down/,
		],
		[{ status: 200, body: '{"ok":false,"error":"internal_error"}' }, 'busy', /trouble of its own/],
		[{ status: 200, body: '<html>' }, 'refused', /look whether it arrived/],
		[
			{ status: 429, body: '{"ok":false,"error":"ratelimited"}', headers: { 'retry-after': '30' } },
			'busy',
			/slow down/,
		],
	],
};

export const teams: Vendor = {
	secret: 'https://prod-1.westeurope.logic.azure.com:443/workflows/x',
	options: {},
	documentation: 'https://adaptivecards.io/explorer/ and https://learn.microsoft.com/connectors/teams',
	path: /^\/$/,
	schema: {
		type: 'object',
		required: ['type', 'attachments'],
		additionalProperties: false,
		properties: {
			type: { const: 'message' },
			attachments: {
				type: 'array',
				minItems: 1,
				maxItems: 1,
				items: {
					type: 'object',
					required: ['contentType', 'content'],
					properties: {
						contentType: { const: 'application/vnd.microsoft.card.adaptive' },
						content: {
							type: 'object',
							required: ['type', 'version', 'body'],
							properties: {
								type: { const: 'AdaptiveCard' },
								version: { enum: ['1.2', '1.3', '1.4'] },
								body: {
									type: 'array',
									items: {
										type: 'object',
										required: ['type', 'inlines'],
										additionalProperties: false,
										properties: {
											type: { const: 'RichTextBlock' },
											inlines: {
												type: 'array',
												items: {
													type: 'object',
													required: ['type', 'text'],
													properties: { type: { const: 'TextRun' }, text: text(28_000) },
												},
											},
										},
									},
								},
							},
						},
					},
				},
			},
		},
	},
	headers: json,
	good: { status: 202, body: '' },
	answers: [
		...trouble,
		[{ status: 429, body: '', headers: { 'retry-after': '20' } }, 'busy', /slow down/],
		[{ status: 401, body: '' }, 'refused', /connect it again/],
	],
};

export const discord: Vendor = {
	secret: 'https://discord.com/api/webhooks/1/x',
	options: {},
	documentation: 'https://docs.discord.com/developers/resources/webhook#execute-webhook',
	path: /^\/\?wait=true$/,
	schema: {
		type: 'object',
		required: ['embeds', 'allowed_mentions'],
		additionalProperties: false,
		properties: {
			embeds: {
				type: 'array',
				maxItems: 10,
				items: {
					type: 'object',
					required: ['description'],
					additionalProperties: false,
					properties: {
						description: text(4096),
						footer: { type: 'object', required: ['text'], properties: { text: text(2048) } },
					},
				},
			},
			allowed_mentions: {
				type: 'object',
				properties: { parse: { type: 'array', maxItems: 0 } },
				required: ['parse'],
			},
		},
	},
	headers: json,
	good: { status: 200, body: '{"id":"99"}' },
	answers: [
		...trouble,
		[
			{ status: 429, body: '{"message":"You are being rate limited.","retry_after":0.5,"global":false}' },
			'busy',
			/slow down/,
		],
		[
			{ status: 404, body: '{"message":"Unknown Webhook","code":10015}' },
			'refused',
			/gone, connect it again/,
		],
	],
};

export const mattermost: Vendor = {
	secret: 'https://chat.example.com/hooks/abc',
	options: {},
	documentation: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
	path: /^\/$/,
	schema: {
		type: 'object',
		required: ['text'],
		additionalProperties: false,
		properties: { text: text(16_383) },
	},
	headers: json,
	good: { status: 200, body: 'ok' },
	answers: [
		...trouble,
		[{ status: 200, body: '<html>' }, 'refused', /look whether it arrived/],
		[{ status: 403, body: '' }, 'refused', /may not do this/],
	],
};

export const ntfy: Vendor = {
	secret: 'our-topic',
	options: {},
	documentation: 'https://docs.ntfy.sh/publish/#publish-as-json',
	path: /^\/$/,
	schema: {
		type: 'object',
		required: ['topic'],
		additionalProperties: false,
		properties: {
			topic: { type: 'string', pattern: '^[-_A-Za-z0-9]{1,64}$' },
			title: text(1024),
			message: text(4096),
			priority: { enum: [1, 2, 3, 4, 5] },
			markdown: { type: 'boolean' },
		},
	},
	headers: json,
	good: { status: 200, body: '{"id":"sPs71M8A2T","event":"message"}' },
	answers: [
		...trouble,
		[{ status: 429, body: '{"code":42901}' }, 'busy', /slow down/],
		[{ status: 403, body: '' }, 'refused', /may not do this/],
	],
};
