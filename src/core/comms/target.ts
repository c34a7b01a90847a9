import type { IncidentState, OutboxMessage } from '../incident/model';

export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | undefined;
}

export interface HttpResponse {
	readonly status: number;
	/** By lower-case name. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/**
 * What an answer means. `uncertain`: it may have been taken all the same, as when something between us and the other end
 * answered. `reason` is a sentence for people that says what to do next.
 */
export type SendResult =
	| { readonly kind: 'sent'; readonly vendorId: string | undefined }
	/** Trying again as it is would bring the same answer. */
	| { readonly kind: 'refused'; readonly reason: string; readonly uncertain?: boolean }
	/** Worth another try, no sooner than after so many milliseconds when the answer says so. */
	| {
			readonly kind: 'busy';
			readonly reason: string;
			readonly retryAfterMs: number | undefined;
			readonly uncertain?: boolean;
	  };

export const targetKinds = [
	'slackWebhook',
	'slackBot',
	'teams',
	'discord',
	'mattermost',
	'ntfy',
	'webhook',
	'pagerDuty',
	'statuspage',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Where messages can go, without its secret. Kept by the machine, never by a workspace. */
export interface Target {
	readonly id: string;
	readonly kind: TargetKind;
	/** For people: `Slack #incidents`. */
	readonly label: string;
	/** What the kind needs beside its secret: a channel, a page id. */
	readonly options: Readonly<Record<string, string>>;
	/** Another address than the vendor's own, for self-hosted ones and tests. */
	readonly baseUrl: string | undefined;
}

/** All a request is made from. */
export interface SendContext {
	readonly target: Target;
	readonly secret: string;
	readonly message: OutboxMessage;
	readonly incident: Pick<IncidentState, 'id' | 'title' | 'severity' | 'status'>;
	/** Unique for the message; the same at every try. */
	readonly key: string;
	/** An earlier try may have got through. */
	readonly mayBeSecond: boolean;
	/** What the other end called the first message of this incident there: a thread, a status page incident. */
	readonly firstVendorId: string | undefined;
}

export interface TargetRules {
	readonly title: string;
	/** How the secret is asked for. */
	readonly secretPrompt: string;
	/** A sentence about a secret that cannot be right; `undefined` when it can. */
	readonly checkSecret: (secret: string) => string | undefined;
	/** Names of the options it needs, with their prompts. */
	readonly options: Readonly<Record<string, string>>;
	/** Characters of text that arrive whole. */
	readonly maxLength: number;
	/** The vendor takes the same key once: a second try cannot become a second message. */
	readonly hasKey: boolean;
	readonly request: (context: SendContext) => HttpRequest;
	readonly read: (response: HttpResponse) => SendResult;
	/** Where there is no key: asks whether an earlier try got through, and reads the answer as its vendor id. */
	readonly probe?: {
		readonly request: (context: SendContext) => HttpRequest;
		readonly read: (response: HttpResponse, context: SendContext) => string | undefined;
	};
}
