import { ownersOf, sameName } from '../../core/incident/decisionOwner';
import type { IncidentState } from '../../core/incident/model';
import { pickableRoles } from '../../core/runbook/filter';
import type { Decision } from '../../core/runbook/model';
import { UserError } from '../../core/userError';
import * as vscode from 'vscode';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { confirmed, pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { askPerson } from './roleChoice';
import { say } from './say';

type Choice = Decision['choices'][number];

/** Records which choice of the runbook's framework was made, why, and by whom. */
export function recordDecisionHandler(tools: IncidentTools): Handler {
	return async () => {
		requireTrust('no decision can be recorded in it');
		const incident = tools.session.requireCurrent();
		const decision = await askDecision(tools);
		if (decision) await decide(tools, incident, decision);
	};
}

/** Asks for the choice, the criteria that hold and who decided, and records it; `undefined` when the person left. */
export async function decide(
	tools: IncidentTools,
	{ state, record }: ReturnType<IncidentTools['session']['requireCurrent']>,
	decision: Decision,
): Promise<string | undefined> {
	const choice = await askChoice(decision);
	const criteria = choice && (await askCriteria(choice));
	if (!criteria) return undefined;
	const title = `Record Decision: ${choice.title}, decided by whom?`;
	const decidedBy = await askPerson(tools, state, title);
	if (decidedBy === undefined || !(await mayDecide(tools, state, decision, decidedBy))) return undefined;
	await record('decisionMade', {
		decision: decision.title,
		choice: choice.title,
		criteria,
		decidedBy,
		owner: decision.owner,
	});
	say(`Decided by ${decidedBy}: ${choice.title}`);
	return choice.title;
}

async function askDecision({ source }: IncidentTools): Promise<Decision | undefined> {
	const decisions = source.loaded?.runbook.decisions ?? [];
	const [only] = decisions;
	if (!only) {
		throw new UserError(
			'The runbook has no decisions: they are headings such as “Rollback Decisions (IC)” with bold choices. Write it down with “Incident: Add Note…”.',
		);
	}
	if (decisions.length === 1) return only;
	const rows = decisions.map((decision) => ({
		label: plain(decision.title),
		description: plain(decision.owner === undefined ? '' : `decided by ${decision.owner}`),
		decision,
	}));
	return (await pickRow('Record Decision', 'Which decision?', rows))?.decision;
}

async function askChoice({ title, choices }: Decision): Promise<Choice | undefined> {
	const rows = choices.map((choice) => ({
		label: plain(choice.title),
		detail: plain(choice.criteria.join('; ')),
		choice,
	}));
	return (await pickRow(`Record Decision: ${title}`, 'What was decided?', rows))?.choice;
}

/** Those that hold; none is an answer too. */
async function askCriteria({ title, criteria }: Choice): Promise<readonly string[] | undefined> {
	if (criteria.length === 0) return [];
	const rows = criteria.map((criterion) => ({ label: plain(criterion), criterion }));
	const chosen = await vscode.window.showQuickPick(rows, {
		title: plain(`Record Decision: ${title}`),
		placeHolder: 'Which of the runbook’s criteria hold now? Space ticks, Enter goes on',
		canPickMany: true,
		ignoreFocusOut: true,
	});
	return chosen?.map(({ criterion }) => criterion);
}

/** Says so when somebody else than the runbook names decided; whether it counts is for people. */
async function mayDecide(
	{ source }: IncidentTools,
	state: IncidentState,
	{ owner }: Decision,
	person: string,
): Promise<boolean> {
	if (owner === undefined) return true;
	const roles = source.loaded ? pickableRoles(source.loaded.runbook) : [];
	const holders = ownersOf(owner, roles, state.roles);
	if (holders.some((holder) => sameName(holder, person))) return true;
	const held =
		holders.length === 0 ? `nobody is ${owner} at the moment` : `${owner} is ${holders.join(' and ')}`;
	return confirmed(
		`The runbook leaves this to ${owner}, and ${held}. Record that ${person} decided?`,
		'It is recorded as decided by them, with whom the runbook names beside it.',
		'Record Anyway',
	);
}
