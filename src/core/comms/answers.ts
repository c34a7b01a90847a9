import { oneLine } from '../printable';
import type { HttpResponse, SendResult } from './target';

/** A vendor's error by its own name -> what a person reads. */
export type ErrorWords = Readonly<Record<string, string>>;

/**
 * The part that all vendors share: 2xx is sent, 408, 425, 429 and 5xx are worth another try, the rest is not. `vendor`
 * begins the sentence.
 */
export function readStatus(vendor: string, { status, headers, body }: HttpResponse): SendResult {
	if (status >= 200 && status < 300) return { kind: 'sent', vendorId: undefined };
	if (status === 429 || status === 420)
		return {
			kind: 'busy',
			reason: `${vendor} asks us to slow down.`,
			retryAfterMs: retryAfterMs(headers),
		};
	if (status === 408 || status === 425 || status >= 500)
		return {
			kind: 'busy',
			reason: `${vendor} has trouble of its own (${status}).`,
			retryAfterMs: retryAfterMs(headers),
			uncertain: status !== 425,
		};
	const hint = statusHints[status] ?? 'look at what it says, or copy the message and post it by hand';
	return { kind: 'refused', reason: `${vendor} refused it (${status}${said(body)}): ${hint}.` };
}

const statusHints: Readonly<Record<number, string>> = {
	301: 'the address has moved, connect it again with the new one',
	302: 'the address has moved, connect it again with the new one',
	307: 'the address has moved, connect it again with the new one',
	308: 'the address has moved, connect it again with the new one',
	401: 'the secret is no longer right, connect it again',
	403: 'the secret may not do this, connect it again with one that may',
	404: 'the address or the page is gone, connect it again',
	410: 'it was taken away, connect it again',
	413: 'the message is too long, shorten it',
};

/** Seconds, or an HTTP date beside the answer's own date: RFC 9110, section 10.2.3. At most an hour is believed. */
export function retryAfterMs(headers: HttpResponse['headers']): number | undefined {
	const value = headers['retry-after']?.trim();
	if (value === undefined) return undefined;
	const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : secondsUntil(value, headers['date']);
	if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
	return Math.min(Math.max(0, seconds * 1000), 3_600_000);
}

function secondsUntil(date: string, answered: string | undefined): number | undefined {
	const [until, from] = [Date.parse(date), Date.parse(answered ?? '')];
	return Number.isNaN(until) || Number.isNaN(from) ? undefined : (until - from) / 1000;
}

/** JSON of an answer as an object; nothing else, and no throw. */
export function jsonOf(body: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		return {};
	}
}

function said(body: string): string {
	const words = oneLine(body).slice(0, 120);
	return words === '' ? '' : `, “${words}”`;
}
