import * as vscode from 'vscode';
import type { DueAction, DueItem } from '../../core/schedule/dueItem';
import { viewIds, type CommandId } from '../../ids';
import type { BoundIncident } from '../incidentSession';
import { plain } from '../plain';
import type { RunbookSource } from '../runbookSource';
import { typeAndSave } from './ask';

/** Does what a reminder is about, in the current incident. */
export async function doDue(
	{ action, line }: DueItem,
	incident: BoundIncident,
	source: RunbookSource,
): Promise<void> {
	switch (action.kind) {
		case 'postUpdate':
			return run('runbookResponse.markUpdatePosted', { audience: action.audience });
		case 'escalate':
		case 'escalateToAll':
			return run('runbookResponse.escalate');
		case 'assignRole':
			return assignRole(action, incident);
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

async function assignRole(
	{ role }: DueAction & { readonly kind: 'assignRole' },
	{ title, record }: BoundIncident,
): Promise<void> {
	await typeAndSave(
		{ title: plain(`Assign ${role}: ${title}`), prompt: `Who is ${plain(role)}?` },
		(person) => record('roleAssigned', { role, person }),
	);
}

/** The checklist, and beside it the place in the runbook. */
async function lookAt({ uri }: RunbookSource, line: number | undefined): Promise<void> {
	if (uri && line !== undefined) {
		const selection = new vscode.Range(line - 1, 0, line - 1, 0);
		await vscode.window.showTextDocument(uri, { selection, preview: true, preserveFocus: true });
	}
	await vscode.commands.executeCommand(`${viewIds.checklist}.focus`);
}
