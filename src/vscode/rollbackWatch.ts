import * as vscode from 'vscode';
import { awaitedReverts, type AwaitedRevert } from '../core/deploys/awaited';
import { findLanded } from '../core/deploys/landed';
import type { DeployHistory, DeployQuery } from '../core/deploys/model';
import { isOpen } from '../core/incident/status';
import type { Clock, Log } from '../core/ports';
import type { BoundIncident, IncidentSession } from './incidentSession';
import { plain } from './plain';
import type { RunbookSource } from './runbookSource';
import { runGuarded } from './commands';
import { readSettings } from './settings';
import { Ticker } from './ticker';

interface WatchTools {
	readonly session: IncidentSession;
	readonly source: RunbookSource;
	readonly memory: vscode.Memento;
	readonly clock: Clock;
	readonly log: Log;
	readonly openHistory: (folder: string) => Promise<DeployHistory>;
}

const everyMs = 15_000;
const memoryKey = 'offeredRollbacks';

/**
 * Looks whether a revert branch, or what a squash or rebase made of it, has come into the deploy branch or a tag, as
 * far as this repository knows (it does not fetch), and then offers the milestone: once for each branch, whatever the
 * answer.
 */
export class RollbackWatch implements vscode.Disposable {
	readonly #tools: WatchTools;
	readonly #ticker = new Ticker(() => void runGuarded(this.#tools.log, () => this.#look()), everyMs);
	readonly #following: vscode.Disposable;
	#looking = false;

	constructor(tools: WatchTools) {
		this.#tools = tools;
		this.#following = tools.session.onDidChange(() => this.#ticker.run(this.#awaited().length > 0));
	}

	dispose(): void {
		this.#following.dispose();
		this.#ticker.dispose();
	}

	#awaited(): readonly AwaitedRevert[] {
		const { current } = this.#tools.session;
		if (!current || !isOpen(current) || !vscode.workspace.isTrusted) return [];
		const offered = this.#tools.memory.get<readonly string[]>(memoryKey) ?? [];
		return awaitedReverts(current).filter(({ commit }) => !offered.includes(commit));
	}

	/** One look at a time: git may be slower than the ticker. */
	async #look(): Promise<void> {
		// All of one incident, before anything is waited for: the person may turn to another one meanwhile.
		const incident = this.#tools.session.bindCurrent();
		const awaitedNow = this.#awaited();
		const { folder } = this.#tools.source.state;
		if (this.#looking || !incident || folder?.scheme !== 'file') return;
		this.#looking = true;
		try {
			const query = this.#query(folder);
			const history = await this.#tools.openHistory(folder.fsPath);
			for (const awaited of awaitedNow) {
				const carrier = await findLanded(history, awaited, query);
				if (carrier !== undefined) await this.#offer(incident, awaited, carrier);
			}
		} finally {
			this.#looking = false;
		}
	}

	/** The deploys that the list shows. */
	#query(folder: vscode.Uri): DeployQuery {
		const { deploysLimit: limit, tagPattern, messagePattern } = readSettings(folder);
		const recorded = this.#tools.session.current?.deployed;
		return { limit, tagPattern, messagePattern, recorded, onset: this.#tools.clock.now() };
	}

	/** Remembered before it is shown, so that a reload does not ask again. The answer is not waited for. */
	async #offer(incident: BoundIncident, { rollback, commit }: AwaitedRevert, carrier: string): Promise<void> {
		const { memory, clock, log, session } = this.#tools;
		const offered = memory.get<readonly string[]>(memoryKey) ?? [];
		await memory.update(memoryKey, [...offered, commit].slice(-100));
		this.#ticker.run(this.#awaited().length > 0);
		const mark = 'Mark as Mitigated';
		const text = `“${incident.title}”: the revert of ${rollback.sha.slice(0, 10)} “${rollback.title}” is in ${carrier}. Is it live, and has the impact ended?`;
		void vscode.window.showInformationMessage(plain(text), mark, 'Not Yet').then((answer) => {
			if (answer !== mark) return;
			void runGuarded(log, async () => {
				const { sha, title, way, detail } = rollback;
				await incident.record('rollbackRecorded', { sha, title, way, detail, succeeded: true });
				const state = session.all.find(({ id }) => id === incident.id);
				// Set by hand, or over by now: that stands.
				if (!state || !isOpen(state) || state.milestones.has('mitigatedAt')) return;
				await incident.record('milestoneSet', {
					milestone: 'mitigatedAt',
					at: clock.now(),
					before: undefined,
				});
			});
		});
	}
}
