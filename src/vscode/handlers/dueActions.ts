import * as vscode from 'vscode';
import type { Audience } from '../../core/incident/model';
import type { DueItem } from '../../core/schedule/dueItem';
import { viewIds, type CommandId } from '../../ids';
import type { RunbookSource } from '../runbookSource';

/** What writes the message to an audience; the management is told in person, and that is written down. */
const composeCommands: Readonly<Record<Audience, CommandId>> = {
	internal: 'runbookResponse.postUpdate',
	'status page': 'runbookResponse.updateStatusPage',
	customers: 'runbookResponse.notifyCustomers',
	support: 'runbookResponse.briefSupport',
	management: 'runbookResponse.markUpdatePosted',
};

/** Does what a reminder is about, in the current incident. */
export async function doDue({ action, line }: DueItem, source: RunbookSource): Promise<void> {
	switch (action.kind) {
		case 'postUpdate':
			return run(composeCommands[action.audience], { audience: action.audience });
		case 'escalate':
		case 'escalateToAll':
			return run('runbookResponse.escalate');
		case 'assignRole':
			return run('runbookResponse.assignRole', { role: action.role });
		case 'lookAtItem':
		case 'lookAtPhase':
			return lookAt(source, line);
		case 'writePostmortem':
			return run('runbookResponse.draftPostmortem');
	}
}

async function run(command: CommandId, argument?: unknown): Promise<void> {
	await vscode.commands.executeCommand(command, argument);
}

/** The checklist, and beside it the place in the runbook. */
async function lookAt({ uri }: RunbookSource, line: number | undefined): Promise<void> {
	if (uri && line !== undefined) {
		const selection = new vscode.Range(line - 1, 0, line - 1, 0);
		await vscode.window.showTextDocument(uri, { selection, preview: true, preserveFocus: true });
	}
	await vscode.commands.executeCommand(`${viewIds.checklist}.focus`);
}
