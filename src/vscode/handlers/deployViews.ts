import * as vscode from 'vscode';
import { deployMarkdown } from '../../core/deploys/deployText';
import type { ChangedFile, Deploy, DeployHistory } from '../../core/deploys/model';
import type { CommitUndo } from '../../core/deploys/undo';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { deployQuery, isDeployNode, openDeploys, type DeployTools } from './deploys';
import { say } from './say';

/** What a deploy and those before it changed since the last good one, side by side. */
export function comparePreviousGoodHandler(tools: DeployTools): Handler {
	return async (argument) => {
		requireTrust('git is not run in it');
		if (!isDeployNode(argument)) return;
		const { history, folder } = await openDeploys(tools);
		const deploys = await history.deploys(deployQuery(tools, folder));
		const at = deploys.findIndex(({ sha }) => sha === argument.deploy.sha);
		const good = deploys.slice(at + 1).find((deploy) => at >= 0 && isGood(deploy));
		if (!good) throw new UserError('No earlier deploy is known that was not taken back.');
		const files = await history.changesBetween(good.sha, argument.deploy.sha);
		await show(tools, folder, { title: `${short(good)} to ${short(argument.deploy)}`, files });
	};
}

/** What is in the deploy branch now and was not in what ran when the impact began. */
export function compareDeployedHandler(tools: DeployTools): Handler {
	return async () => {
		requireTrust('git is not run in it');
		const { history, folder } = await openDeploys(tools);
		const deploys = await history.deploys(deployQuery(tools, folder));
		const running = deploys.find(({ standing }) => standing === 'running');
		if (!running) throw new UserError('No deploy is known from before the impact began.');
		const files = await history.changesBetween(running.sha, undefined);
		await show(tools, folder, { title: `${short(running)} (deployed) to now`, files });
	};
}

/** The files as a rollback that conflicts would leave them, against the deploy branch. Nothing is written. */
export function showConflictsHandler(tools: DeployTools): Handler {
	return async (argument) => {
		requireTrust('git is not run in it');
		if (!isDeployNode(argument)) return;
		const { history, folder } = await openDeploys(tools);
		await openConflicts(tools, { history, folder }, { kind: 'commit', sha: argument.deploy.sha, parent: 1 });
	};
}

/** Those in conflict come first. */
export async function openConflicts(
	{ blobs }: Pick<DeployTools, 'blobs'>,
	{ history, folder }: { readonly history: DeployHistory; readonly folder: vscode.Uri },
	undo: CommitUndo,
): Promise<void> {
	const found = await history.conflicts(undo);
	const name = undo.sha.slice(0, 10);
	if (found.length === 0) throw new UserError(`Taking back ${name} meets no conflicts.`);
	const files = [...found].sort((left, right) => Number(right.isConflict) - Number(left.isConflict));
	const after = blobs.addTexts(files);
	const resources = files.map(({ path, before }, index) => [
		vscode.Uri.joinPath(folder, path),
		blobs.uri(path, before),
		after[index],
	]);
	const title = `Conflicts of taking back ${name}: nothing is written`;
	await vscode.commands.executeCommand('vscode.changes', title, resources);
}

export const copyDeployHandler: Handler = async (argument) => {
	requireTrust('git is not run in it');
	if (!isDeployNode(argument)) return;
	await vscode.env.clipboard.writeText(deployMarkdown(argument.deploy));
	say('Copied as Markdown');
};

function isGood({ revertedBy }: Deploy): boolean {
	return revertedBy === undefined;
}

function short({ sha, tags }: Deploy): string {
	return tags[0] ?? sha.slice(0, 10);
}

async function show(
	{ blobs }: DeployTools,
	folder: vscode.Uri,
	{ title, files }: { readonly title: string; readonly files: readonly ChangedFile[] },
): Promise<void> {
	if (files.length === 0) throw new UserError(`${title}: no file differs.`);
	const resources = files.map(({ path, before, after }) => [
		vscode.Uri.joinPath(folder, path),
		blobs.uri(path, before),
		blobs.uri(path, after),
	]);
	await vscode.commands.executeCommand('vscode.changes', plain(title), resources);
}
