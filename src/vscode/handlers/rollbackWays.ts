import { allScripts } from '../../core/runbook/allScripts';
import * as vscode from 'vscode';
import { deployName, handOverText } from '../../core/deploys/deployText';
import type { Deploy, DeployHistory, RevertBranch } from '../../core/deploys/model';
import { describeRehearsal } from '../../core/deploys/rehearsal';
import { revertBranchName } from '../../core/deploys/revertMessage';
import type { CommitUndo, Undo } from '../../core/deploys/undo';
import { isUserError, UserError } from '../../core/userError';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import { confirmed, pickRow, typeText } from './ask';
import { openConflicts } from './deployViews';
import type { DeployTools } from './deploys';
import type { IncidentTools } from './incidentTools';
import type { Release } from './rollbackScope';
import { offerPush } from './pushRevert';
import { say } from './say';
import { runOneScript, type ScriptTools } from './scripts';

export interface RollbackTools extends IncidentTools {
	readonly deploys: DeployTools;
	readonly scripts: ScriptTools;
}

/** What is to be taken back, for the incident that was current when the walk began. */
export interface PlannedRollback {
	readonly incident: BoundIncident;
	readonly history: DeployHistory;
	readonly folder: vscode.Uri;
	readonly deploy: Deploy;
	/** When all of a release is taken back, not only the commit its tag is on. */
	readonly release: Release | undefined;
	/** Tags, newest first. */
	readonly versions: readonly string[];
}

interface Way {
	readonly label: string;
	readonly detail: string;
	readonly take: (plan: PlannedRollback, tools: RollbackTools) => Promise<void>;
}

export const rollbackWays: readonly Way[] = [
	{
		label: '$(terminal) Run a Script of the Runbook…',
		detail: 'It is shown in full first; tags are offered where it asks for a version',
		take: takeScript,
	},
	{
		label: '$(git-branch) Make a Revert Branch…',
		detail: 'A new branch with one commit. Your files, index and other branches stay; nothing is pushed',
		take: takeBranch,
	},
	{
		label: '$(clippy) Hand Over to Another Tool…',
		detail: 'Copies the facts for whoever rolls back, and records whom you asked',
		take: takeElsewhere,
	},
];

async function takeScript(plan: PlannedRollback, { scripts }: RollbackTools): Promise<void> {
	const runbook = scripts.source.loaded?.runbook;
	const all = (runbook ? allScripts(runbook) : []).filter(({ effect }) => effect !== 'check');
	if (all.length === 0) {
		throw new UserError('The runbook has no script that changes anything. Make a revert branch instead.');
	}
	const isRollback = (text: string): boolean => /roll[\s_-]?back|revert|undo/i.test(text);
	const rows = all
		.map((script) => ({ label: plain(script.title), description: `line ${script.line}`, script }))
		.sort((a, b) => Number(isRollback(b.script.text)) - Number(isRollback(a.script.text)));
	const script = (await pickRow('Plan Rollback: which script?', 'It is shown in full before it runs', rows))
		?.script;
	if (!script) return;
	const verdict = await runOneScript(script, plan.folder, { ...scripts, versions: plan.versions });
	if (verdict === undefined) return;
	const fact = { ...factsOf(plan.deploy), way: 'script', detail: script.title } as const;
	// Cancelled, timed out, closed: nobody knows how far it came. And that it ended well does not say what it did.
	const isBack = verdict === 'ok' && (await isRolledBack(plan.deploy));
	if (isBack || verdict === 'failed')
		await plan.incident.record('rollbackRecorded', { ...fact, succeeded: isBack });
	else await plan.incident.record('rollbackPlanned', fact);
}

async function isRolledBack(deploy: Deploy): Promise<boolean> {
	return confirmed(
		`The script ended well. Is “${deployName(deploy)}” rolled back?`,
		'Yes records it as done. Otherwise it is recorded as planned.',
		'Yes, Record It',
	);
}

async function takeBranch(plan: PlannedRollback, tools: RollbackTools): Promise<void> {
	const { deploy, release } = plan;
	if (release) {
		const undo: Undo = { kind: 'range', after: release.after, through: deploy.sha };
		return makeBranch(plan, undo, `everything after ${release.afterName}, up to ${deployName(deploy)}`);
	}
	const parent = await askParent(deploy);
	if (parent === 'left') return;
	const undo: CommitUndo = { kind: 'commit', sha: deploy.sha, parent };
	if (deploy.rehearsal.result === 'conflicts' && parent !== 2) return offerConflicts(plan, undo, tools);
	return makeBranch(plan, undo, deploy.sha.slice(0, 10));
}

async function makeBranch(plan: PlannedRollback, undo: Undo, what: string): Promise<void> {
	const { incident, history } = plan;
	const name = revertBranchName(incident, undo);
	const detail =
		`A new branch ${name} gets one commit on top of the deploy branch that takes back ${what}. ` +
		'Your files, the index and all other branches stay as they are. Nothing is pushed.';
	if (!(await confirmed(`Make the branch ${name}?`, detail, 'Make Branch'))) return;
	const made = await history.makeRevertBranch({ undo, cause: incident });
	await recordBranch(plan, made);
	say(`Made ${made.name}`);
	await offerPush(plan, made);
}

/** No branch is made of what a person has to settle first. */
async function offerConflicts(
	plan: PlannedRollback,
	undo: CommitUndo,
	{ deploys }: RollbackTools,
): Promise<void> {
	const question = 'It cannot be taken back by itself: later changes conflict with it. No branch is made.';
	const detail = `${describeRehearsal(plan.deploy.rehearsal)}. Take the later changes back first, or revert by hand.`;
	if (await confirmed(question, detail, 'Show Conflicts')) await openConflicts(deploys, plan, undo);
}

/** The parent to go back to; `undefined` for what is no merge. */
async function askParent({ kind, rehearsal }: Deploy): Promise<1 | 2 | undefined | 'left'> {
	const isMerge = kind === 'merge' || rehearsal.notes.some(({ code }) => code === 'merge-again');
	if (!isMerge && rehearsal.result !== 'needs-parent') return undefined;
	const rows = [
		{ label: 'Parent 1', description: 'as the deploy branch was before the merge', parent: 1 as const },
		{ label: 'Parent 2', description: 'as the merged branch was; rarely what is wanted', parent: 2 as const },
	];
	const chosen = await pickRow('This is a merge: go back to which parent?', 'Mostly the first', rows);
	return chosen ? chosen.parent : 'left';
}

/** The commit stands at the end, for those who look whether it has been deployed. */
async function recordBranch({ incident, deploy }: PlannedRollback, made: RevertBranch): Promise<void> {
	const detail = `${made.name} ${made.commit}`;
	try {
		await incident.record('rollbackPlanned', { ...factsOf(deploy), way: 'revert branch', detail });
	} catch (error) {
		if (!isUserError(error)) throw error;
		throw new UserError(`The branch ${made.name} is made, but that is not recorded: ${error.message}`);
	}
}

async function takeElsewhere({ incident, deploy }: PlannedRollback): Promise<void> {
	const who = await typeText({
		title: 'Hand over the rollback: to which tool or person?',
		prompt: 'The facts are copied, so that you can paste them there; this is recorded',
		placeHolder: 'Argo CD, Kim',
	});
	if (!who) return;
	await vscode.env.clipboard.writeText(handOverText(deploy, incident));
	await incident.record('rollbackPlanned', { ...factsOf(deploy), way: 'elsewhere', detail: who });
	say(`Copied for ${who}, and recorded`);
}

function factsOf(deploy: Deploy) {
	return { sha: deploy.sha, title: deployName(deploy) };
}
