import * as vscode from 'vscode';
import { Incidents } from './app/incidents';
import type { DeployHistory } from './core/deploys/model';
import type { ReaderFor } from './vscode/runbookSource';
import { personName, randomIds, sha256, systemClock, windowWriter } from './node/identity';
import { findRecordLocation } from './node/recordLocation';
import { FileRecordStore } from './node/recordStore';
import { holdLock } from './node/senderLock';
import { checkFolder } from './node/checkFolder';
import { makeOutputFile } from './node/outputFile';
import { endDescendants } from './node/processTree';
import { removeScriptFile, scriptFilePath, writeScriptFile } from './node/scriptFile';
import type { MessageWorld } from './vscode/messages/messageParts';
import { activateShell } from './vscode/shell';

/** Builds the outside world and hands it to the shell. Nothing heavy is loaded here. */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel('Runbook Response', { log: true });
	context.subscriptions.push(log);
	try {
		const world = { clock: systemClock, ids: randomIds, sha256, log };
		const storage = (context.storageUri ?? context.globalStorageUri).fsPath;
		const scripts = vscode.Uri.joinPath(context.globalStorageUri, 'scripts').fsPath;
		const writer = windowWriter();
		const senderLock = { about: '' };
		const shell = activateShell({
			...world,
			memory: context.workspaceState,
			templates: vscode.Uri.joinPath(context.extensionUri, 'media', 'templates'),
			readerFor: runbookReader,
			openIncidents: async (folder) => {
				const location = await findRecordLocation(folder.fsPath, storage);
				senderLock.about = location;
				const store = new FileRecordStore(location, writer, log);
				return new Incidents({ ...world, store }, { by: await personName(folder.fsPath), writer });
			},
			openHistory,
			remoteAddress: async (folder) => (await import('./node/git/git')).readRemoteAddress(folder),
			scriptFiles: {
				path: (name) => scriptFilePath(scripts, name),
				write: (text, name) => writeScriptFile(scripts, text, name),
				remove: removeScriptFile,
			},
			checkFolder,
			endDescendants,
			makeOutputCopy: (run) => makeOutputFile(scripts, run),
			variables: () => process.env,
			messages: messageWorld(context, senderLock),
		});
		context.subscriptions.push(shell);
	} catch (error) {
		// VS Code itself shows nothing when an extension fails to start.
		log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
		void vscode.window.showErrorMessage('Runbook Response could not start; its output log says why.');
	}
}

/** Of the windows of a machine on one record, one sends; the lock lies where only this machine's windows look. */
function messageWorld(context: vscode.ExtensionContext, lock: { readonly about: string }): MessageWorld {
	const lockFile = (): string =>
		vscode.Uri.joinPath(context.globalStorageUri, `sender-${sha256(lock.about).slice(0, 16)}.lock`).fsPath;
	const owner = `${process.pid} ${randomIds.next()}`;
	return {
		machineMemory: context.globalState,
		secrets: context.secrets,
		device: sha256(vscode.env.machineId).slice(0, 16),
		sendRequest: async (request, allowPrivate) => {
			const { sendRequest } = await import('./node/http/send');
			return sendRequest(request, { allowPrivate, timeoutMs: 10_000 });
		},
		random: Math.random,
		mayTry: () => holdLock(lockFile(), owner),
	};
}

const runbookReader: ReaderFor = (files) => ({
	files,
	sha256,
	loadParser: async () => {
		const { parseRunbook } = await import('./core/runbook/parse');
		return (text) => parseRunbook(text);
	},
});

async function openHistory(folder: string): Promise<DeployHistory> {
	return (await import('./node/git/git')).openDeployHistory(folder);
}
