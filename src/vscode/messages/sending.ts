import * as vscode from 'vscode';
import type { SenderPorts } from '../../app/outboxSender';
import type { HttpRequest, HttpResponse } from '../../core/comms/target';
import type { Clock, Log } from '../../core/ports';
import { UserError } from '../../core/userError';
import type { IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { Ticker } from '../ticker';
import type { TargetList } from './targetList';

export interface SendingParts {
	readonly session: IncidentSession;
	readonly targets: TargetList;
	readonly clock: Clock;
	readonly log: Log;
	/** Name of this machine in the record. */
	readonly device: string;
	readonly send: (request: HttpRequest) => Promise<HttpResponse>;
	readonly random: () => number;
	/** Whether this window is the one of this machine that sends. */
	readonly mayTry: () => Promise<boolean>;
}

const everyMs = 2000;
/** What failed longer ago than a day is in the Incident view, and no news. */
const newsMs = 24 * 3_600_000;

/** Sends what waits, while there is anything that waits for this machine; tells when something could not be sent. */
export class Sending implements vscode.Disposable {
	readonly #parts: SendingParts;
	readonly #ticker = new Ticker(() => this.soon(), everyMs);
	readonly #subscription: vscode.Disposable;
	#sender: { run(): Promise<void> } | undefined;
	#busy = false;
	#failed = new Set<string>();

	constructor(parts: SendingParts) {
		this.#parts = parts;
		this.#subscription = parts.session.onDidChange(() => this.#follow());
	}

	soon(): void {
		if (this.#busy || !vscode.workspace.isTrusted) return;
		this.#busy = true;
		this.#send()
			.catch((error: unknown) =>
				this.#parts.log.error(error instanceof Error ? (error.stack ?? '') : String(error)),
			)
			.finally(() => (this.#busy = false));
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscription.dispose();
	}

	async #send(): Promise<void> {
		const { mayTry, device } = this.#parts;
		if (!this.#waits() || !(await mayTry())) return;
		if (!this.#sender) {
			const { OutboxSender } = await import('../../app/outboxSender');
			this.#sender = new OutboxSender(this.#ports(), device);
		}
		await this.#sender.run();
	}

	#ports(): SenderPorts {
		const { session, targets, clock, log, send, random } = this.#parts;
		return {
			incidents: {
				get all() {
					return session.all;
				},
				get: (incident) => session.all.find(({ id }) => id === incident),
				record: async (incident, type, data) => {
					if (!(await session.recordInto(incident, type, data)))
						throw new UserError('the folder of its incident is not open in this window any more');
				},
			},
			send,
			targets: () => targets.all,
			secret: (id) => targets.secret(id),
			clock,
			random,
			log,
		};
	}

	#waits(): boolean {
		return this.#mine().some(({ state }) => state === 'waiting');
	}

	#mine() {
		const { session, device } = this.#parts;
		return session.all.flatMap(({ outbox }) =>
			[...outbox.values()].filter((message) => message.device === device),
		);
	}

	#follow(): void {
		this.#ticker.run(this.#waits());
		for (const { message, state, label, reason, queuedAt } of this.#mine()) {
			if (state !== 'failed') this.#failed.delete(message);
			else if (this.#parts.clock.now() - queuedAt > newsMs) this.#failed.add(message);
			else if (!this.#failed.has(message))
				void this.#tell(message, `Not sent to ${label}: ${reason ?? 'no reason given'}`);
		}
	}

	async #tell(message: string, text: string): Promise<void> {
		this.#failed.add(message);
		const show = 'Show Messages';
		if ((await vscode.window.showErrorMessage(plain(text), show)) === show)
			await vscode.commands.executeCommand('runbookResponse.showOutbox');
	}
}
