import * as vscode from 'vscode';
import type { Deploy, DeployHistory, DeployQuery } from '../../core/deploys/model';
import type { Clock, Log } from '../../core/ports';
import { isUserError, UserError } from '../../core/userError';
import { viewIds } from '../../ids';
import type { BlobDocuments } from '../blobDocuments';
import type { Handler } from '../commands';
import { setContext } from '../context';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { readSettings } from '../settings';
import { requireTrust } from '../trust';
import type { DeployNode, DeploysTree } from '../views/deploysTree';

export interface DeployTools {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly tree: DeploysTree;
	readonly view: vscode.TreeView<DeployNode>;
	readonly blobs: BlobDocuments;
	readonly clock: Clock;
	readonly log: Log;
	readonly openHistory: (folder: string) => Promise<DeployHistory>;
}

/** Shows the Deploys view with what git knows now. */
export function showCandidatesHandler(tools: DeployTools): Handler {
	return async () => {
		requireTrust('git is not run in it');
		await vscode.commands.executeCommand(`${viewIds.deploys}.focus`);
		await loadDeploys(tools);
	};
}

/** Fills the view. What stands in the way of listing deploys is said in the view, where it was looked for. */
export async function loadDeploys(tools: DeployTools): Promise<void> {
	const signal = tools.tree.beginReading();
	try {
		const { history, deploys } = await vscode.window.withProgress(
			{ location: { viewId: viewIds.deploys } },
			() => read(tools, signal),
		);
		if (signal.aborted) return;
		tools.view.message = deploys.length === 0 ? 'Git knows no deploys here yet.' : '';
		tools.tree.show(deploys);
		setContext('deploys', 'loaded');
		void rehearse(tools, { history, deploys }, signal); // the list can be read meanwhile
	} catch (error) {
		if (signal.aborted) return;
		if (!isUserError(error)) throw error;
		tools.log.warn(error.message);
		tools.view.message = error.message;
		tools.tree.show([]);
		setContext('deploys', 'unavailable');
	}
}

interface Listed {
	readonly history: DeployHistory;
	readonly deploys: readonly Deploy[];
}

/** Adds what rolling back would meet, part by part. The list stands without it, so a failure is for the log. */
async function rehearse(
	tools: DeployTools,
	{ history, deploys }: Listed,
	signal: AbortSignal,
): Promise<void> {
	try {
		for await (const results of history.rehearse(
			deploys.map(({ sha }) => sha),
			signal,
		)) {
			if (signal.aborted) return;
			tools.tree.showRehearsals(results);
		}
	} catch (error) {
		if (signal.aborted) return;
		if (isUserError(error)) tools.log.warn(error.message);
		else tools.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
	}
}

async function read(tools: DeployTools, signal: AbortSignal): Promise<Listed> {
	const { history, folder } = await openDeploys(tools);
	return { history, deploys: await history.deploys({ ...deployQuery(tools, folder), signal }) };
}

/** The git history of the runbook's folder, from which the diff editors read from now on. */
export async function openDeploys({ source, blobs, openHistory }: DeployTools) {
	requireTrust('git is not run in it');
	const { folder } = source.state;
	if (folder?.scheme !== 'file') throw new UserError('Deploys come from git, and no folder on disk is open.');
	const history = await openHistory(folder.fsPath);
	blobs.readFrom(history);
	return { history, folder };
}

/** What is asked of git: the folder's settings, and what the incident says. */
export function deployQuery({ session, clock, tree }: DeployTools, folder: vscode.Uri): DeployQuery {
	const { deploysLimit: limit, tagPattern, messagePattern } = readSettings(folder);
	const onset = onsetOf(session) ?? clock.now();
	const { pasted } = tree;
	const trace = pasted?.incident === session.current?.id ? pasted?.trace : undefined;
	return {
		limit,
		tagPattern,
		messagePattern,
		onset,
		texts: textsOf(session),
		trace,
		recorded: session.current?.deployed,
	};
}

/** Where an incident says what is affected: its title, and the notes that still stand. */
export function textsOf({ current }: IncidentSession): readonly string[] {
	if (!current) return [];
	const notes = [...current.notes.values()].filter(({ retracted }) => retracted === undefined);
	return [current.title, ...notes.map(({ text }) => text)];
}

export function onsetOf(session: IncidentSession): number | undefined {
	const milestones = session.current?.milestones;
	return milestones?.get('impactStartedAt') ?? milestones?.get('declaredAt');
}

/** Reads anew when what the list depends on has changed: the incident's onset, the folder, its trust. */
export function followOnset(
	tools: DeployTools,
	guarded: (work: () => Promise<void>) => void,
): vscode.Disposable {
	const key = (): string =>
		[onsetOf(tools.session), tools.source.state.folder?.toString(), vscode.workspace.isTrusted].join(' ');
	let known = key();
	const look = (): void => {
		if (key() === known) return;
		known = key();
		if (tools.view.visible) guarded(() => loadDeploys(tools));
	};
	return vscode.Disposable.from(
		tools.session.onDidChange(look),
		tools.source.onDidChange(look),
		vscode.workspace.onDidGrantWorkspaceTrust(look),
	);
}

/** Opens everything a deploy changed, side by side. */
export function openChangesHandler(tools: DeployTools): Handler {
	return async (argument) => {
		requireTrust('git is not run in it');
		if (!isDeployNode(argument)) return;
		const { history, folder } = await openDeploys(tools);
		const { sha, title } = argument.deploy;
		const files = await history.changes(sha);
		if (files.length === 0) throw new UserError(`${sha.slice(0, 10)} changed no files.`);
		const resources = files.map((file) => [
			vscode.Uri.joinPath(folder, file.path),
			tools.blobs.uri(file.path, file.before),
			tools.blobs.uri(file.path, file.after),
		]);
		await vscode.commands.executeCommand('vscode.changes', `${sha.slice(0, 10)} ${title}`, resources);
	};
}

export const copyCommitId: Handler = async (argument) => {
	if (isDeployNode(argument)) await vscode.env.clipboard.writeText(argument.deploy.sha);
};

/** A row of the Deploys view. */
export function isDeployNode(argument: unknown): argument is DeployNode & { kind: 'deploy' } {
	return (
		typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'deploy'
	);
}
