import * as vscode from 'vscode';
import { pagersIn, pageText, untoldPagers, type PagerNews, type UntoldPager } from '../../core/comms/paging';
import type { Target } from '../../core/comms/target';
import { targetRules } from '../../core/comms/targets';
import type { IncidentState, MessagePurpose } from '../../core/incident/model';
import type { Clock, Ids, Log } from '../../core/ports';
import type { BoundIncident, IncidentSession } from '../incidentSession';
import { plain } from '../plain';
import { runGuarded } from '../commands';
import type { TargetList } from './targetList';

export interface PagingTools {
	readonly session: IncidentSession;
	readonly targets: TargetList;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly log: Log;
	readonly device: string;
	/** Sends what waits, without waiting for it. */
	readonly sendSoon: () => void;
}

/** Whom somebody escalated to, and why. */
export interface Escalation {
	readonly name: string;
	readonly contacts: readonly string[];
	readonly why: string | undefined;
}

type Incident = BoundIncident & { readonly state: IncidentState };

/** Pages through what is connected, when somebody escalated and says so; tells those pagers when somebody is on it, and when it is over. */
export class Paging implements vscode.Disposable {
	readonly #tools: PagingTools;
	readonly #subscription: vscode.Disposable;
	/** `incident page news` of what was asked in this window. */
	readonly #asked = new Set<string>();

	constructor(tools: PagingTools) {
		this.#tools = tools;
		this.#subscription = tools.session.onDidChange(() => this.#follow());
	}

	/** Shows what would be sent and asks; nobody is paged from a drill. */
	async offer({ state, record }: Incident, escalation: Escalation): Promise<void> {
		const pagers = state.kind === 'real' ? pagersIn(this.#tools.targets.all) : [];
		if (pagers.length === 0) return;
		// PagerDuty takes no more; what is shown is what is sent.
		const text = pageText(escalation).slice(0, targetRules.pagerDuty.maxLength);
		const page = pagers.map((target) => ({ target, button: plain(`Page Through ${target.label}`) }));
		const answer = await vscode.window.showWarningMessage(
			plain(`Page ${escalation.name} through ${pagers.map(({ label }) => label).join(' or ')}?`),
			{
				modal: true,
				detail: plain(`${state.severity}: ${state.title}\n${text}\n\nIt calls whoever is on call there.`),
			},
			...page.map(({ button }) => button),
		);
		const chosen = page.find(({ button }) => button === answer);
		if (chosen) await this.#queue({ title: state.title, record }, chosen.target, { purpose: 'page', text });
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	#follow(): void {
		if (!vscode.workspace.isTrusted) return;
		const { session, targets, clock, log } = this.#tools;
		for (const state of session.all) {
			for (const untold of untoldPagers(state, targets.all, clock.now())) {
				const key = `${state.id} ${untold.page} ${untold.news}`;
				if (this.#asked.has(key)) continue;
				this.#asked.add(key);
				void runGuarded(log, () => this.#tell(state, untold));
			}
		}
	}

	async #tell({ id, title }: IncidentState, { target, news }: UntoldPager): Promise<void> {
		const { session, targets, clock } = this.#tools;
		const { question, button } = newsWords[news];
		const answer = await vscode.window.showInformationMessage(
			plain(`${question(title)} Tell ${target.label}, which paged for it?`),
			button,
		);
		const state = session.all.find((one) => one.id === id);
		// Another window may have told it meanwhile.
		const isUntold =
			state && untoldPagers(state, targets.all, clock.now()).some((one) => one.target.id === target.id);
		if (answer !== button || !isUntold) return;
		const record: BoundIncident['record'] = (type, data) =>
			session.recordInto(id, type, data).then(() => undefined);
		await this.#queue({ title, record }, target, { purpose: news, text: question(title) });
	}

	async #queue(
		{ title, record }: Pick<BoundIncident, 'title' | 'record'>,
		{ id, kind, label }: Target,
		{ purpose, text }: { readonly purpose: MessagePurpose; readonly text: string },
	): Promise<void> {
		const { ids, device, sendSoon } = this.#tools;
		const to = { message: ids.next(), device, target: id, kind, label };
		await record('messageQueued', { ...to, purpose, audience: undefined, title, text });
		sendSoon();
	}
}

const newsWords: Readonly<
	Record<PagerNews, { readonly question: (title: string) => string; readonly button: string }>
> = {
	'acknowledge page': {
		question: (title) => `Somebody is on “${title}”.`,
		button: 'Acknowledge There',
	},
	'resolve page': { question: (title) => `“${title}” is resolved.`, button: 'Resolve There' },
};
