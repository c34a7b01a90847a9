import { jsonOf, readStatus } from '../answers';
import { footer } from '../markup';
import type { HttpResponse, SendContext, SendResult, TargetRules } from '../target';
import type { MessagePurpose } from '../../incident/model';

/**
 * ntfy, as JSON to the server’s root: header lines could not hold every character. Longer messages become files.
 * https://docs.ntfy.sh/publish/#publish-as-json
 */
export const ntfy: TargetRules = {
	title: 'ntfy',
	secretPrompt: 'Topic (whoever knows it can read along)',
	checkSecret: (secret) =>
		/^[-\w]{1,64}$/.test(secret) ? undefined : 'A topic is letters, digits, _ and -, at most 64 of them.',
	options: {},
	// 4096 bytes; a character has up to three, and the footer needs its own.
	maxLength: 1300,
	hasKey: false,
	request: (context) => ({
		method: 'POST',
		url: `${context.target.baseUrl ?? 'https://ntfy.sh'}/`,
		headers: { 'content-type': 'application/json; charset=utf-8' },
		body: JSON.stringify(body(context)),
	}),
	read: (response: HttpResponse): SendResult => {
		const result = readStatus('ntfy', response);
		const { id } = jsonOf(response.body);
		return result.kind === 'sent' && typeof id === 'string' ? { kind: 'sent', vendorId: id } : result;
	},
};

function body(context: SendContext): unknown {
	const { title, text, purpose } = context.message;
	return {
		topic: context.secret,
		title: title.slice(0, 250),
		message: `${text}\n${footer(context)}`,
		priority: priorities[purpose] ?? 3,
		markdown: false,
	};
}

/** 5 is the most urgent and 3 the default. */
const priorities: Partial<Readonly<Record<MessagePurpose, number>>> = { page: 5, announce: 4 };
