import * as vscode from 'vscode';
import type { Clock, Log } from '../../core/ports';
import { filterWords, isFiltering, pickableRoles } from '../../core/runbook/filter';
import { viewIds } from '../../ids';
import { runGuarded } from '../commands';
import { recordTick } from '../handlers/tick';
import { registerDimming, type ChecklistNode } from './checklistRows';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import type { ChecklistDocuments } from './checklistDocuments';
import type { FilterChoice } from './checklistFilter';
import { ChecklistTree } from './checklistTree';

export interface ChecklistParts {
	readonly source: RunbookSource;
	readonly session: IncidentSession;
	readonly documents: ChecklistDocuments;
	readonly choice: FilterChoice;
	readonly clock: Clock;
}

/** The view around the tree: its boxes, and what is said above and beside it. */
export function createChecklistView(parts: ChecklistParts, log: Log): vscode.Disposable {
	const tree = new ChecklistTree(parts);
	const view = vscode.window.createTreeView<ChecklistNode>(viewIds.checklist, {
		treeDataProvider: tree,
		manageCheckboxStateManually: true,
		showCollapseAll: true,
		canSelectMany: true,
	});
	const say = (): void => {
		view.message = messageOf(parts, tree.hidden);
		view.description = descriptionOf(parts);
	};
	say();
	return vscode.Disposable.from(
		view,
		tree,
		registerDimming(),
		// After the tree's own subscriptions, so that it has counted already.
		parts.source.onDidChange(say),
		parts.session.onDidChange(say),
		parts.documents.onDidChange(say),
		tree.onDidChangeTreeData(say),
		parts.choice.onDidChange(say),
		view.onDidChangeCheckboxState(async ({ items }) => {
			for (const [node, state] of items) {
				const done = state === vscode.TreeItemCheckboxState.Checked;
				await runGuarded(log, () => tick(parts, node, done));
				if (!isRecorded(parts, node, done)) tree.redraw(node);
			}
		}),
	);
}

async function tick({ session }: ChecklistParts, { branch }: ChecklistNode, done: boolean): Promise<void> {
	if (branch.kind !== 'item') return;
	const { id, item } = branch.tickable;
	await recordTick(session, { item: id, text: item.text }, done);
}

/** When it could not be recorded, the box must not go on saying that it was. */
function isRecorded({ session }: ChecklistParts, { branch }: ChecklistNode, done: boolean): boolean {
	if (branch.kind !== 'item') return false;
	return (session.current?.items.get(branch.tickable.id)?.done ?? false) === done;
}

/** What is wrong with the runbook, or what the filter hides. */
function messageOf(
	{ source: { state }, session, choice: { filter } }: ChecklistParts,
	hidden: number,
): string {
	if (state.kind === 'problem') return state.message;
	if (state.kind !== 'loaded') return '';
	const { path, runbook } = state.loaded;
	if (runbook.phases.length + runbook.procedures.length === 0)
		return `${path} has no checklist: write its steps as “- [ ] step” under a heading.`;
	if (!isFiltering(filter)) return '';
	const severity = session.current?.severity ?? 'unknown';
	return `${hidden} hidden by filter: ${filterWords(filter, { severity, roles: pickableRoles(runbook) })}`;
}

/** Names the file the checklist is from. */
function descriptionOf({ source, documents }: ChecklistParts): string {
	const path = source.loaded?.path;
	if (path === undefined) return '';
	const others = documents.likely.filter((other) => other !== path).length;
	return others === 0 ? path : `${path} (and ${others} other runbook${others === 1 ? '' : 's'})`;
}
