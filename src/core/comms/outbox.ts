import type { IncidentState, Instant, OutboxMessage } from '../incident/model';
import { isOpen } from '../incident/status';

/** What is to be done with a waiting message now. */
export type OutboxStep =
	| { readonly kind: 'send'; readonly message: OutboxMessage }
	| { readonly kind: 'drop' | 'giveUp'; readonly message: OutboxMessage; readonly why: string };

const minuteMs = 60_000;
/** A page that comes later than this wakes somebody for nothing. */
const maxPageAgeMs = 10 * minuteMs;
/** After so many tries, or so long, a person has to look. */
export const maxTries = 8;
const maxAgeMs = 30 * minuteMs;
const maxDelayMs = minuteMs;

/**
 * The next step for each target of one device: targets do not wait for each other, the messages of one go in the order
 * they were written. Messages of other devices are theirs to send.
 */
export function nextSteps(state: IncidentState, device: string, now: Instant): readonly OutboxStep[] {
	const waiting = [...state.outbox.values()].filter(
		(message) => message.state === 'waiting' && message.device === device,
	);
	const steps = new Map<string, OutboxStep>();
	for (const message of waiting) {
		if (steps.has(message.target)) continue;
		const situation = { state, waiting, now };
		const dropped = reasonToDrop(message, situation);
		const lost = reasonToGiveUp(message, situation);
		if (dropped !== undefined) steps.set(message.target, { kind: 'drop', message, why: dropped });
		else if (lost !== undefined) steps.set(message.target, { kind: 'giveUp', message, why: lost });
		else steps.set(message.target, { kind: 'send', message });
	}
	return [...steps.values()].filter(({ kind, message }) => kind !== 'send' || (message.retryAt ?? 0) <= now);
}

interface Situation {
	readonly state: IncidentState;
	readonly waiting: readonly OutboxMessage[];
	readonly now: Instant;
}

function reasonToDrop(message: OutboxMessage, situation: Situation): string | undefined {
	const { state } = situation;
	if (state.kind !== 'real') return 'nothing leaves the machine in a drill';
	switch (message.purpose) {
		case 'update status page':
			if (!isOpen(state)) return 'the incident is over';
			return isSuperseded(message, situation) ? 'a newer update takes its place' : undefined;
		case 'update':
			return isSuperseded(message, situation) ? 'a newer update takes its place' : undefined;
		case 'page':
			return reasonNotToPage(message, situation);
		case 'acknowledge page':
		case 'resolve page':
			return wasPaged(message, situation) ? undefined : 'nobody was paged there';
		case 'announce':
		case 'open status page':
		case 'resolve status page':
			return undefined;
	}
}

/** One that may have got through already is finished, not replaced. */
function isSuperseded(message: OutboxMessage, { waiting }: Situation): boolean {
	const later = waiting.slice(waiting.indexOf(message) + 1);
	return (
		!mayBeSecond(message) &&
		later.some(({ target, purpose, audience }) => {
			return target === message.target && purpose === message.purpose && audience === message.audience;
		})
	);
}

/** Replaying a page after its end would open a new one at the other end. */
function reasonNotToPage(message: OutboxMessage, { state }: Situation): string | undefined {
	if (!isOpen(state)) return 'the incident is over';
	const { acknowledged } = state.escalation;
	return acknowledged && acknowledged.at > message.queuedAt ? 'somebody is on it already' : undefined;
}

/** What a person has to know was not said: a page that nobody got, and words about an incident that is over by now. */
function reasonToGiveUp(message: OutboxMessage, { state, now }: Situation): string | undefined {
	if (message.purpose === 'page') {
		const isOld = now - message.queuedAt > maxPageAgeMs;
		return isOld ? 'nobody was paged: it could not be sent for 10 minutes. Page by phone' : undefined;
	}
	const resolvedAt = state.milestones.get('resolvedAt');
	const isOver = !isOpen(state) && resolvedAt !== undefined && message.queuedAt < resolvedAt;
	const saysMore = !isLastWord.has(message.purpose);
	return isOver && saysMore && !message.trying && now - message.queuedAt > overtakenMs
		? 'the incident was over before it could be sent. Look at it first, then try again'
		: undefined;
}

/** So long a message may be under way while somebody resolves. */
const overtakenMs = 2 * minuteMs;
const isLastWord: ReadonlySet<OutboxMessage['purpose']> = new Set([
	'acknowledge page',
	'resolve page',
	'resolve status page',
]);

function wasPaged({ target }: OutboxMessage, { state }: Situation): boolean {
	return [...state.outbox.values()].some(
		(other) =>
			other.target === target && other.purpose === 'page' && (other.state === 'sent' || other.tries > 0),
	);
}

/** How the last try went. */
export interface Again {
	readonly now: Instant;
	/** 0 to 1. */
	readonly random: number;
	/** What the other end asked for. */
	readonly retryAfterMs: number | undefined;
	/** There was no connection at all: it may take hours, and no person can do better. */
	readonly unreached: boolean;
}

/**
 * When to try again after a try that may succeed later; `undefined` when a person has to look. Full jitter over a doubling
 * delay: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function nextTryAt(
	message: Pick<OutboxMessage, 'tries' | 'queuedAt'>,
	{ now, random, retryAfterMs, unreached }: Again,
): Instant | undefined {
	const isOld = now - message.queuedAt > maxAgeMs;
	if (!unreached && message.tries >= maxTries && isOld) return undefined;
	const ceiling = Math.min(1000 * 2 ** Math.min(message.tries, 10), maxDelayMs);
	return now + Math.max(retryAfterMs ?? 0, Math.ceil(ceiling * random));
}

/** Whether another try may bring a second one: an earlier one was cut off, or its answer got lost. */
export function mayBeSecond({ trying, mayHaveArrived }: OutboxMessage): boolean {
	return trying || mayHaveArrived;
}

/** What the other end called the first message of the incident there that got through. */
export function firstVendorId(state: IncidentState, target: string): string | undefined {
	return [...state.outbox.values()].find(
		(message) => message.target === target && message.state === 'sent' && message.vendorId !== undefined,
	)?.vendorId;
}
