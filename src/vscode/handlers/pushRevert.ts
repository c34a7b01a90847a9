import * as vscode from 'vscode';
import type { PushPlan, RevertBranch } from '../../core/deploys/model';
import { plain } from '../plain';
import { pickRow } from './ask';
import type { PlannedRollback } from './rollbackWays';
import { say } from './say';

/** The second step after a revert branch was made: pushing it, with exactly the command that is shown. */
export async function offerPush(plan: PlannedRollback, made: RevertBranch): Promise<void> {
	const pushes = await plan.history.pushes(made);
	if (pushes.length === 0) {
		void vscode.window.showInformationMessage(
			plain(`${made.name} is made. This repository has no remote, so it cannot be pushed from here.`),
		);
		return;
	}
	const push = await askRemote(pushes, made);
	if (!push) return;
	const button = `Push to ${push.remote}`;
	const detail = `This runs:\n\ngit ${push.args.join(' ')}`;
	const answer = await vscode.window.showWarningMessage(
		plain(`${made.name} is made, and only on this machine. Push it to ${push.remote}?`),
		{ modal: true, detail: plain(detail) },
		button,
	);
	if (answer === button) await runPush(plan.folder, push, made);
}

async function askRemote(pushes: readonly PushPlan[], { name }: RevertBranch): Promise<PushPlan | undefined> {
	if (pushes.length === 1) return pushes[0];
	const rows = pushes.map((push) => ({ label: plain(push.remote), push }));
	return (await pickRow(`Push ${name}: to which remote?`, 'Escape: it stays on this machine', rows))?.push;
}

/** As a task: a program with arguments and no shell, in a terminal where git can ask for a password. */
async function runPush(folder: vscode.Uri, { program, args }: PushPlan, made: RevertBranch): Promise<void> {
	const execution = new vscode.ProcessExecution(program, [...args], { cwd: folder.fsPath });
	const definition = { type: 'runbookResponse', run: made.commit };
	const task = new vscode.Task(
		definition,
		vscode.TaskScope.Workspace,
		`Push ${made.name}`,
		'Incident',
		execution,
	);
	const code = await exitCodeOf(task);
	if (code === 0) say(`Pushed ${made.name}`);
	else
		void vscode.window.showWarningMessage(
			plain(`${made.name} was not pushed. Git says why in its terminal.`),
		);
}

/** `undefined` when it did not start, or its terminal was closed. The commit in its definition makes the task ours. */
function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
	const isOurs = (ended: vscode.TaskExecution): boolean =>
		ended.task.definition['run'] === task.definition['run'];
	return new Promise((resolve, reject) => {
		const finish = (ended: vscode.TaskExecution, exitCode: number | undefined): void => {
			if (!isOurs(ended)) return;
			subscriptions.dispose();
			resolve(exitCode);
		};
		const subscriptions = vscode.Disposable.from(
			vscode.tasks.onDidEndTaskProcess((event) => finish(event.execution, event.exitCode)),
			vscode.tasks.onDidEndTask((event) => finish(event.execution, undefined)),
		);
		vscode.tasks.executeTask(task).then(undefined, (error: unknown) => {
			subscriptions.dispose();
			reject(error instanceof Error ? error : new Error(String(error)));
		});
	});
}
