import { lookup as resolve, type LookupAddress } from 'node:dns';
import { lookup as resolveName } from 'node:dns/promises';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import fetch, { AbortError, FetchError } from 'node-fetch';
import { NoAnswer } from '../../core/comms/noAnswer';
import type { HttpRequest, HttpResponse } from '../../core/comms/target';
import { UserError } from '../../core/userError';
import { isPublicAddress } from './publicAddress';

export interface SendOptions {
	/** Plain http, and addresses of this machine and its networks: for self-hosted targets and tests, by setting only. */
	readonly allowPrivate: boolean;
	/** Milliseconds for the whole request. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
}

/** Longer answers are cut off: bytes. What a vendor has to say is short. */
const maxAnswer = 64 * 1024;

/**
 * Sends one request and reads the answer, whatever its status. Redirects are not followed: the address holds the secret.
 * Rejects with `NoAnswer` when there is none, with a `UserError` when the address must not be used.
 */
export async function sendRequest(request: HttpRequest, options: SendOptions): Promise<HttpResponse> {
	const url = checkUrl(request.url, options);
	const timeout = AbortSignal.timeout(options.timeoutMs);
	await refuseInsideName(url, options);
	const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
	try {
		const response = await fetch(url, {
			method: request.method,
			headers: request.headers,
			body: request.body ?? null,
			redirect: 'manual',
			size: maxAnswer,
			agent: agentFor(url, options),
			signal,
		});
		const headers = Object.fromEntries(
			[...response.headers].map(([name, value]) => [name.toLowerCase(), value]),
		);
		return { status: response.status, headers, body: await response.text() };
	} catch (error) {
		throw noAnswer(url, error, timeout.aborted);
	}
}

/** https to a name or a public address. What is said names the host alone: the rest may be the secret. */
function checkUrl(text: string, { allowPrivate }: SendOptions): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url) throw new UserError('The target’s address cannot be read; connect it again.');
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (url.username !== '' || url.password !== '')
		throw new UserError(`The address of ${host} has a user name in it; connect the target again without.`);
	if (allowPrivate && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
	if (url.protocol !== 'https:')
		throw new UserError(
			`The address of ${host} is not https, so nothing was sent; connect the target with an https address.`,
		);
	// A name is checked when it is looked up; an address written out never is.
	if (isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic(host);
	return url;
}

/**
 * VS Code puts an agent of its own in the place of ours, and behind a proxy nobody here looks names up: so a name is
 * looked up before, too. One that cannot be looked up here is left to the proxy.
 */
async function refuseInsideName({ hostname }: URL, { allowPrivate }: SendOptions): Promise<void> {
	const host = hostname.replace(/^\[|\]$/g, '');
	if (allowPrivate || isIP(host) !== 0) return;
	const addresses = await resolveName(host, { all: true }).catch(() => []);
	if (addresses.some(({ address }) => !isPublicAddress(address))) throw notPublic(host);
}

function agentFor(url: URL, { allowPrivate }: SendOptions): HttpAgent | HttpsAgent {
	const lookup = allowPrivate ? {} : { lookup: publicLookup };
	return url.protocol === 'https:' ? new HttpsAgent(lookup) : new HttpAgent(lookup);
}

/**
 * Resolves a name and hands on public addresses only. It stands in the connection itself, so that a name cannot answer
 * one thing to a check and another to the connection.
 */
const publicLookup: LookupFunction = (hostname, options, callback) => {
	resolve(hostname, { ...options, all: true }, (error, addresses) => {
		const allowed = error ? [] : addresses.filter(({ address }) => isPublicAddress(address));
		const [first] = allowed;
		const refused = error ?? Object.assign(new Error('not a public address'), { code: notPublicCode });
		if (!first) callback(refused, '', 0);
		else if (options.all === true) (callback as unknown as AllCallback)(null, allowed);
		else callback(null, first.address, first.family);
	});
};

/** Comes back as the code of the error that the request fails with. */
const notPublicCode = 'ERR_NOT_PUBLIC';

type AllCallback = (error: null, addresses: readonly LookupAddress[]) => void;

function notPublic(host: string): UserError {
	return new UserError(
		`${host} is not on the public internet, so nothing was sent; private targets are allowed by the setting runbookResponse.targets.allowPrivate.`,
	);
}

/** Before the connection stood nothing can have arrived; after it, it may have. */
const before: Readonly<Record<string, string>> = {
	ENOTFOUND: 'its name cannot be found',
	EAI_AGAIN: 'its name cannot be looked up now',
	ECONNREFUSED: 'it refuses the connection',
	EHOSTUNREACH: 'there is no way to it',
	ENETUNREACH: 'there is no network',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
	EPROTO: 'it does not speak https',
};

/** How VS Code says that none of its proxies took the connection. */
const proxyRefused = /establish a socket connection to proxies/;

function noAnswer(url: URL, error: unknown, timedOut: boolean): Error {
	const host = url.host;
	if (error instanceof FetchError) {
		if (error.code === notPublicCode) return notPublic(url.hostname);
		if (proxyRefused.test(error.message))
			return new NoAnswer(`${host} was not reached: the proxy of VS Code’s settings does not answer.`, false);
		const reason = before[error.code ?? ''];
		if (reason !== undefined) return new NoAnswer(`${host} was not reached: ${reason}.`, false);
		return new NoAnswer(`${host} did not answer to the end (${error.code ?? error.type}).`, true);
	}
	if (error instanceof AbortError)
		return new NoAnswer(
			timedOut ? `${host} did not answer in time.` : `Sending to ${host} was cancelled.`,
			true,
		);
	return error instanceof Error ? error : new Error(String(error));
}
