import { readStatus } from '../answers';
import { footer, inParts } from '../markup';
import type { SendContext, TargetRules } from '../target';

/**
 * A Teams workflow, “When a Teams webhook request is received”: an adaptive card in, 202 out. `TextRun` formats nothing.
 * https://learn.microsoft.com/power-automate/teams/send-a-message-in-teams
 */
export const teams: TargetRules = {
	title: 'Microsoft Teams workflow',
	secretPrompt: 'Address of the workflow’s webhook trigger',
	checkSecret: (secret) =>
		/^https:\/\/[\w.-]+\.(?:logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com)(?::443)?\/\S+$/.test(
			secret,
		)
			? undefined
			: 'The address of a Teams workflow is on logic.azure.com or api.powerplatform.com.',
	options: {},
	// The whole card has to stay below 28 KB; clients report trouble from 21 KB on.
	maxLength: 9000,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: context.target.baseUrl ?? context.secret,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(card(context)),
	}),
	read: (response) => readStatus('Microsoft Teams', response),
};

function card(context: SendContext): unknown {
	const { title, text } = context.message;
	const plain = (content: string, look: object = {}): unknown => ({
		type: 'RichTextBlock',
		inlines: [{ type: 'TextRun', text: content, ...look }],
	});
	const body = [
		plain(title, { weight: 'Bolder' }),
		...inParts(text, 4000).map((part) => plain(part)),
		plain(footer(context), { isSubtle: true, size: 'Small' }),
	];
	const content = {
		$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
		type: 'AdaptiveCard',
		version: '1.4',
		body,
	};
	const contentType = 'application/vnd.microsoft.card.adaptive';
	return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
