import * as vscode from 'vscode';
import { deployName } from '../../core/deploys/deployText';
import type { Deploy, DeployHistory } from '../../core/deploys/model';
import { notUndone } from '../../core/deploys/notUndone';
import { describeRehearsal, rehearsalBadge } from '../../core/deploys/rehearsal';
import type { Decision } from '../../core/runbook/model';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { confirmed, pickRow } from './ask';
import { decide } from './decision';
import { deployQuery, isDeployNode, openDeploys } from './deploys';
import { askScope, releaseOf, type Release } from './rollbackScope';
import { rollbackWays, type PlannedRollback, type RollbackTools } from './rollbackWays';

/** Walks through a rollback: the decision, what is taken back, what that leaves, how; then does it and records it. */
export function planRollbackHandler(tools: RollbackTools): Handler {
	return async (argument) => {
		requireTrust('no rollback can be planned in it');
		const incident = tools.session.requireOpen('no rollback is planned for it');
		const { history, folder } = await openDeploys(tools.deploys);
		if (!(await askDecision(tools, incident))) return;
		const given = isDeployNode(argument) ? argument.deploy.sha : undefined;
		const deploys = await history.deploys(deployQuery(tools.deploys, folder));
		const deploy = await askCandidate(history, deploys, given);
		const scope = deploy && (await askScope(deploy, await releaseOf(history, deploys, deploy)));
		if (!scope || !(await readWarnings(deploy, scope.release))) return;
		const versions = versionsFor(deploys, deploy);
		await askWay({ incident, history, folder, deploy, versions, ...scope }, tools);
	};
}

/** Where to go back to first: the tags of older deploys that were not taken back, newest first; then all others. */
function versionsFor(deploys: readonly Deploy[], { sha }: Deploy): readonly string[] {
	const older = deploys.slice(deploys.findIndex((deploy) => deploy.sha === sha) + 1);
	const good = older.filter(({ revertedBy }) => revertedBy === undefined).flatMap(({ tags }) => tags);
	return [...new Set([...good, ...deploys.flatMap(({ tags }) => tags)])];
}

/** The runbook's own rule for it, when it has one. False when the person left. */
async function askDecision(
	tools: RollbackTools,
	incident: ReturnType<RollbackTools['session']['requireOpen']>,
): Promise<boolean> {
	const decisions = (tools.source.loaded?.runbook.decisions ?? []).filter(isAboutRollback);
	if (decisions.length === 0) return true;
	const rows = [
		...decisions.map((decision) => ({
			label: `$(law) ${plain(decision.title)}`,
			description: plain(decision.owner === undefined ? '' : `decided by ${decision.owner}`),
			detail: plain(
				decision.choices.map(({ title, criteria }) => `${title}: ${criteria.join('; ')}`).join(' | '),
			),
			decision,
		})),
		{ label: '$(arrow-right) Go On', description: 'it is decided, or will be', decision: undefined },
	];
	const chosen = await pickRow(
		'Plan Rollback: what does the runbook say?',
		'Record the decision first',
		rows,
	);
	if (!chosen) return false;
	if (chosen.decision === undefined) return true;
	const choice = await decide(tools, incident, chosen.decision);
	return choice !== undefined && goesOn(choice);
}

/** Who has just decided for something else is asked before a rollback is planned against it. */
async function goesOn(choice: string): Promise<boolean> {
	const isFor = rollsBack.test(choice) && !/\b(?:no|not|never|don['’]t|without)\b/i.test(choice);
	if (isFor) return true;
	const question = `“${choice}” is recorded. Plan a rollback all the same?`;
	return confirmed(question, 'It would not be what was decided.', 'Go On');
}

const rollsBack = /\broll(?:ed|ing)?[ -]?backs?\b|\brevert/i;

function isAboutRollback({ title, choices }: Decision): boolean {
	return [title, ...choices.map((choice) => choice.title)].some((text) => rollsBack.test(text));
}

/** How many of the most suspected are rehearsed before the person may choose. */
const mostRehearsed = 20;

async function askCandidate(
	history: DeployHistory,
	deploys: readonly Deploy[],
	given: string | undefined,
): Promise<Deploy | undefined> {
	const wanted = given === undefined ? deploys : deploys.filter(({ sha }) => sha === given);
	const first = [...wanted].sort((left, right) => right.score - left.score).slice(0, mostRehearsed);
	if (first.length === 0) {
		throw new UserError(
			'Git knows no such deploy here any more. Look again with “Show Rollback Candidates”.',
		);
	}
	const options = { location: vscode.ProgressLocation.Notification, title: 'Rehearsing the rollbacks' };
	const candidates = await vscode.window.withProgress(options, () => rehearsed(history, first));
	if (given !== undefined) return candidates[0];
	const rows = candidates.map((deploy) => ({
		label: plain(deployName(deploy)),
		description: plain([deploy.author, rehearsalBadge(deploy.rehearsal)].filter(Boolean).join(' · ')),
		detail: plain(deploy.reasons.map(({ text }) => text).join('; ')),
		deploy,
	}));
	const title = 'Plan Rollback: of which deploy?';
	return (await pickRow(title, 'The most suspected first; a suspicion is a lead, not a verdict', rows))
		?.deploy;
}

async function rehearsed(history: DeployHistory, deploys: readonly Deploy[]): Promise<readonly Deploy[]> {
	let done = deploys;
	for await (const results of history.rehearse(deploys.map(({ sha }) => sha))) {
		done = done.map((deploy) => ({ ...deploy, rehearsal: results.get(deploy.sha) ?? deploy.rehearsal }));
	}
	return done;
}

/** What the rehearsal met, and what no rollback of code takes back. */
async function readWarnings(deploy: Deploy, release: Release | undefined): Promise<boolean> {
	const go = 'Choose How…';
	const tried = [describeRehearsal(deploy.rehearsal), ...deploy.rehearsal.notes.map(({ text }) => text)];
	const whole = `All that came after ${release?.afterName ?? ''} is taken back. It is tried when a branch is made: where later changes conflict, none is.`;
	const detail = [
		...(release ? [whole] : tried),
		'',
		'This does not undo:',
		...notUndone(release?.files ?? deploy.files).map((text) => `• ${text}`),
	].join('\n');
	const options = { modal: true, detail: plain(detail) };
	const message = plain(`Roll back ${deploy.sha.slice(0, 10)} “${deployName(deploy)}”?`);
	return (await vscode.window.showWarningMessage(message, options, go)) === go;
}

async function askWay(plan: PlannedRollback, tools: RollbackTools): Promise<void> {
	const rows = rollbackWays.map(({ label, detail, take }) => ({ label, detail, take }));
	const title = `Plan Rollback: ${deployName(plan.deploy)}`;
	const way = await pickRow(title, 'How? Nothing happens before you have seen it and said yes', rows);
	await way?.take(plan, tools);
}
