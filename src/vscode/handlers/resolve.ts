import * as vscode from 'vscode';
import type { IncidentState } from '../../core/incident/model';
import { outstandingOf, outstandingWords, type Outstanding } from '../../core/incident/outstanding';
import { recordedIds } from '../../core/incident/reviseRunbook';
import { referTo } from '../../core/incident/reference';
import { severityText } from '../../core/incident/severity';
import { itemsNotNow } from '../../core/runbook/notNow';
import { parseWhen } from '../../core/schedule/whenText';
import type { Handler } from '../commands';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { requireTrust } from '../trust';
import { anyText, pickRow, typeAndSave, typeText } from './ask';
import type { IncidentTools } from './incidentTools';
import { itemRow } from './items';
import { timeProblem } from './milestone';
import { say } from './say';

type Current = BoundIncident & { readonly state: IncidentState };

/** Stops the clock, after a look at what is still open. Nothing is recorded before the last answer. */
export function resolveHandler(tools: IncidentTools): Handler {
	return async () => {
		requireTrust('no incident can be changed in it');
		const incident = tools.session.requireOpen('it is not resolved again');
		if (!(await isMeant(tools, incident))) return;
		const mitigated = await askMitigated(tools, incident.state);
		if (!mitigated) return;
		await typeAndSave(
			{
				title: `Resolve: ${incident.title}`,
				prompt: 'What fixed it, in a sentence? Enter resolves, with or without words; Escape leaves it open',
				validate: anyText,
			},
			async (summary) => {
				await saveMitigated(tools, incident, mitigated.at);
				await incident.record('resolved', { summary: summary === '' ? undefined : summary });
				say(`Resolved: ${incident.title}`);
			},
		);
	};
}

/** The question as long as the person looks at, or finishes, what is left. */
async function isMeant(tools: IncidentTools, { id, record }: Current): Promise<boolean> {
	for (;;) {
		const state = tools.session.all.find((one) => one.id === id);
		if (!state) return false;
		const left = outstandingOf(state, notNow(tools.source, state));
		const answer = await askResolve(state, left);
		if (answer !== 'show') return answer === 'resolve';
		const chosen = await pickRow(
			'Outstanding Items',
			'Choose one to mark it as done; Escape goes back to the question',
			left.items.map(itemRow),
		);
		if (chosen) await record('itemDone', chosen.touched);
	}
}

async function askResolve(state: IncidentState, left: Outstanding): Promise<'resolve' | 'show' | undefined> {
	const [resolve, show] = ['Resolve', 'Show Outstanding Items'];
	const detail = [...outstandingWords(left), 'The clock stops.'].join('\n');
	const answer = await vscode.window.showWarningMessage(
		plain(`Resolve “${state.title}” (${severityText(state.severity)})?`),
		{ modal: true, detail: plain(detail) },
		...(left.items.length > 0 ? [resolve, show] : [resolve]),
	);
	return answer === resolve ? 'resolve' : answer === show ? 'show' : undefined;
}

function notNow({ loaded }: RunbookSource, state: IncidentState): ReadonlySet<string> {
	if (!loaded || loaded.path !== state.runbook?.path) return new Set();
	const ids = recordedIds(state, referTo(loaded.runbook, loaded.path, loaded.sha256));
	return new Set(itemsNotNow(loaded.runbook, state.severity).map((id) => ids.get(id) ?? id));
}

/** The end of the damage is what most numbers count to; `at` stays `undefined` when it is set already or not known. */
async function askMitigated(
	{ clock }: IncidentTools,
	state: IncidentState,
): Promise<{ readonly at: number | undefined } | undefined> {
	if (state.milestones.has('mitigatedAt')) return { at: undefined };
	const now = clock.now();
	const typed = await typeText({
		title: `Resolve: ${state.title}`,
		prompt: 'When did the damage stop? -10m, 14:05, now; Enter without a time: not known',
		validate: (text) => (/^\s*(now)?\s*$/i.test(text) ? undefined : timeProblem(text, now)),
	});
	if (typed === undefined) return undefined;
	return { at: /^now$/i.test(typed) ? now : parseWhen(typed, now) };
}

async function saveMitigated(
	{ session }: IncidentTools,
	{ id, record }: Current,
	at: number | undefined,
): Promise<void> {
	const known = session.all.find((state) => state.id === id)?.milestones.has('mitigatedAt');
	if (at !== undefined && !known)
		await record('milestoneSet', { milestone: 'mitigatedAt', at, before: undefined });
}
