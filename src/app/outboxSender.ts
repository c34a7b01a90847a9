import { firstVendorId, mayBeSecond, nextSteps, nextTryAt, type OutboxStep } from '../core/comms/outbox';
import type { HttpRequest, HttpResponse, SendContext, SendResult, Target } from '../core/comms/target';
import { isNoAnswer } from '../core/comms/noAnswer';
import { targetRules } from '../core/comms/targets';
import { isUserError } from '../core/userError';
import type { IncidentState, OutboxMessage } from '../core/incident/model';
import type { Clock, Log } from '../core/ports';
import type { Incidents } from './incidents';

export interface SenderPorts {
	readonly incidents: Pick<Incidents, 'all' | 'get' | 'record'>;
	/** Rejects with `NoAnswer`. Never follows a redirect. */
	readonly send: (request: HttpRequest) => Promise<HttpResponse>;
	readonly targets: () => readonly Target[];
	readonly secret: (target: string) => Promise<string | undefined>;
	readonly clock: Clock;
	/** 0 to 1. */
	readonly random: () => number;
	readonly log: Log;
}

/**
 * Sends what waits in the outbox of this device. Each try is written down before it is made, each answer after it: so a
 * message is sent at least once, and one that may have been sent before says so.
 */
export class OutboxSender {
	readonly #ports: SenderPorts;
	readonly #device: string;
	#running: Promise<void> | undefined;

	constructor(ports: SenderPorts, device: string) {
		this.#ports = ports;
		this.#device = device;
	}

	/** Sends what is due; called by the ticker, and after a message was queued. One run at a time. */
	run(): Promise<void> {
		this.#running ??= this.#sendAll().finally(() => (this.#running = undefined));
		return this.#running;
	}

	async #sendAll(): Promise<void> {
		const { incidents, clock } = this.#ports;
		for (const { id } of incidents.all) {
			const state = incidents.get(id);
			if (!state) continue;
			await Promise.all(
				nextSteps(state, this.#device, clock.now()).map((step) => this.#takeSafely(state, step)),
			);
		}
	}

	/** A fault with one message is no reason to lose sight of another that is under way: that one would go out twice. */
	async #takeSafely(state: IncidentState, step: OutboxStep): Promise<void> {
		try {
			await this.#take(state, step);
		} catch (error) {
			this.#ports.log.error(`Message ${step.message.message}: ${reasonOf(error)}`);
			const why = `it could not be handled here (${reasonOf(error)})`;
			await this.#giveUp(state, { ...step.message, trying: step.kind === 'send' }, why).catch(
				() => undefined,
			);
		}
	}

	async #take(state: IncidentState, step: OutboxStep): Promise<void> {
		const { incidents } = this.#ports;
		const { message } = step.message;
		if (step.kind === 'drop') {
			await incidents.record(state.id, 'messageDropped', { message, why: step.why });
			return;
		}
		if (step.kind === 'giveUp') return this.#giveUp(state, step.message, step.why);
		const context = await this.#contextOf(state, step.message);
		if (!context) return this.#giveUp(state, step.message, 'it is not connected on this machine any more');
		const earlier = await this.#findEarlier(context);
		if (earlier !== undefined) {
			await incidents.record(state.id, 'messageSent', { message, vendorId: earlier });
			return;
		}
		await incidents.record(state.id, 'messageTried', { message, attempt: step.message.tries + 1 });
		await this.#tell(state, step.message, withoutSecret(await this.#try(context), context.secret));
	}

	async #contextOf(state: IncidentState, message: OutboxMessage): Promise<SendContext | undefined> {
		const target = this.#ports.targets().find(({ id }) => id === message.target);
		const secret = target && (await this.#ports.secret(target.id));
		if (!target || secret === undefined) return undefined;
		const { id, title, severity, status } = state;
		return {
			target,
			secret,
			message,
			incident: { id, title, severity, status },
			key: `${id}/${message.message}`,
			mayBeSecond: mayBeSecond(message) && !targetRules[target.kind].hasKey,
			firstVendorId: firstVendorId(state, target.id),
		};
	}

	/** Where there is no key to send along, it is asked whether an earlier try got through. No answer is no reason to wait. */
	async #findEarlier(context: SendContext): Promise<string | undefined> {
		const { probe } = targetRules[context.target.kind];
		if (!probe || !mayBeSecond(context.message)) return undefined;
		try {
			return probe.read(await this.#ports.send(probe.request(context)), context);
		} catch (error) {
			this.#ports.log.warn(`${context.target.label}: could not ask whether it arrived: ${reasonOf(error)}`);
			return undefined;
		}
	}

	async #try(context: SendContext): Promise<SendResult & Fate> {
		const rules = targetRules[context.target.kind];
		try {
			const result = rules.read(await this.#ports.send(rules.request(context)));
			const mayHaveArrived = result.kind !== 'sent' && result.uncertain === true;
			return { ...result, mayHaveArrived, unreached: false };
		} catch (error) {
			const known = { mayHaveArrived: false, unreached: false };
			if (isUserError(error)) return { kind: 'refused', reason: error.message, ...known };
			if (!isNoAnswer(error)) throw error;
			const { message: reason, wasSent } = error;
			return { kind: 'busy', reason, retryAfterMs: undefined, mayHaveArrived: wasSent, unreached: !wasSent };
		}
	}

	async #tell(
		state: IncidentState,
		{ message, tries, queuedAt }: OutboxMessage,
		result: SendResult & Fate,
	): Promise<void> {
		const { incidents, clock, random, log } = this.#ports;
		if (result.kind === 'sent') {
			await incidents.record(state.id, 'messageSent', { message, vendorId: result.vendorId });
			return;
		}
		const { reason, mayHaveArrived } = result;
		const { unreached } = result;
		const again = { now: clock.now(), random: random(), retryAfterMs: retryAfterOf(result), unreached };
		const retryAt = result.kind === 'busy' ? nextTryAt({ tries: tries + 1, queuedAt }, again) : undefined;
		log.warn(`Message ${message}: ${reason}`);
		await incidents.record(state.id, 'messageFailed', { message, reason, mayHaveArrived, retryAt });
	}

	async #giveUp(state: IncidentState, { message, trying }: OutboxMessage, reason: string): Promise<void> {
		const failure = { message, reason, mayHaveArrived: trying, retryAt: undefined };
		await this.#ports.incidents.record(state.id, 'messageFailed', failure);
	}
}

/** Whether the other end may have got it, and whether it was reached at all. */
interface Fate {
	readonly mayHaveArrived: boolean;
	readonly unreached: boolean;
}

function retryAfterOf(result: SendResult): number | undefined {
	return result.kind === 'busy' ? result.retryAfterMs : undefined;
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What the other end says may hold the address it was asked at, which is a secret. */
function withoutSecret<R extends SendResult>(result: R, secret: string): R {
	if (result.kind === 'sent') return result;
	const path = URL.canParse(secret) ? new URL(secret).pathname : '';
	const parts = [secret, ...(path.length > 1 ? [path, ...path.split('/')] : [])].filter(
		({ length }) => length > 5,
	);
	return { ...result, reason: parts.reduce((text, part) => text.replaceAll(part, '•••'), result.reason) };
}
