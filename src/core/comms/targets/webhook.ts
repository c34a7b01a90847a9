import { readStatus } from '../answers';
import type { TargetRules } from '../target';

/** JSON to any address. `key` is the same at every try, in the body and as `Idempotency-Key`. */
export const webhook: TargetRules = {
	title: 'JSON webhook',
	secretPrompt: 'Address (https), kept as a secret',
	checkSecret: (secret) => (/^https:\/\/\S+$/.test(secret) ? undefined : 'The address begins with https://.'),
	options: {},
	maxLength: 60_000,
	hasKey: false,
	request: ({ target, secret, message, incident, key, mayBeSecond }) => ({
		method: 'POST',
		url: target.baseUrl ?? secret,
		headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': key },
		body: JSON.stringify({
			key,
			incident,
			purpose: message.purpose,
			audience: message.audience,
			title: message.title,
			text: message.text,
			mayBeSecond,
		}),
	}),
	read: (response) => readStatus('The webhook', response),
};
