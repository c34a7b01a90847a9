import * as vscode from 'vscode';
import type { Handler } from '../commands';
import { requireTrust } from '../trust';
import { isDeployNode, openChangesHandler, openDeploys, type DeployTools } from './deploys';

/** The part that is used of what the built-in Git extension exports, version 1 of its API. */
interface GitExports {
	getAPI(version: 1): { getRepository(at: vscode.Uri): { readonly rootUri: vscode.Uri } | null };
}

interface Place {
	/** Root of the repository, as the built-in Git extension has it open. */
	readonly root: vscode.Uri | undefined;
	readonly folder: vscode.Uri;
	/** Full id of the commit. */
	readonly sha: string;
}

/** A command of another extension that shows a commit; no arguments when it cannot show this one. */
interface Viewer {
	readonly command: string;
	readonly argumentsFor: (place: Place) => readonly unknown[] | undefined;
}

/** Neither command is documented; these arguments are what both extensions give them in their own links. */
const viewers: readonly Viewer[] = [
	{
		command: 'gitlens.showQuickCommitDetails',
		argumentsFor: ({ root, folder, sha }) => [root ?? folder, { sha, repoPath: (root ?? folder).fsPath }],
	},
	// Git asks which repository is meant when it does not know the one it is given.
	{ command: 'git.viewCommit', argumentsFor: ({ root, sha }) => root && [root, sha] },
];

/** Opens a deploy where the person is used to read history: GitLens, the built-in Git, else our own diff. */
export function openHistoryHandler(tools: DeployTools): Handler {
	const openOurs = openChangesHandler(tools);
	return async (argument) => {
		requireTrust('git is not run in it');
		if (!isDeployNode(argument)) return;
		const { folder } = await openDeploys(tools);
		const place = { root: await rootOf(folder), folder, sha: argument.deploy.sha };
		const known = await vscode.commands.getCommands();
		for (const viewer of viewers.filter(({ command }) => known.includes(command))) {
			if (await isShown(viewer, place, tools)) return;
		}
		await openOurs(argument);
	};
}

/** A fault of another extension is for the log: there is another way to see the commit. */
async function isShown(
	{ command, argumentsFor }: Viewer,
	place: Place,
	{ log }: DeployTools,
): Promise<boolean> {
	const given = argumentsFor(place);
	if (!given) return false;
	try {
		await vscode.commands.executeCommand(command, ...given);
		return true;
	} catch (error) {
		log.warn(`${command} did not open ${place.sha}: ${String(error)}`);
		return false;
	}
}

async function rootOf(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
	try {
		const git = await vscode.extensions.getExtension<GitExports>('vscode.git')?.activate();
		return git?.getAPI(1).getRepository(folder)?.rootUri;
	} catch {
		return undefined; // it throws where `git.enabled` is off, or without git
	}
}
