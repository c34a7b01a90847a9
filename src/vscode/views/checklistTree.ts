import * as vscode from 'vscode';
import type { IncidentState } from '../../core/incident/model';
import type { Group, Item, Phase } from '../../core/runbook/model';
import { nestItems, type ItemNode } from '../../core/runbook/nest';
import type { CommandId } from '../../ids';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';

/** A row of the checklist. Only items have a box: ticking a heading must not tick what is under it. */
export type ChecklistNode =
	| { readonly kind: 'phase'; readonly phase: Phase }
	| { readonly kind: 'group'; readonly group: Group }
	| { readonly kind: 'item'; readonly node: ItemNode };

/** Shows the runbook's checklist with the current incident's ticks. Owns nothing: model in, rows out. */
export class ChecklistTree implements vscode.TreeDataProvider<ChecklistNode>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #source: RunbookSource;
	readonly #session: IncidentSession;
	readonly #subscriptions: vscode.Disposable;

	constructor(source: RunbookSource, session: IncidentSession) {
		this.#source = source;
		this.#session = session;
		const refresh = (): void => this.refresh();
		this.#subscriptions = vscode.Disposable.from(source.onDidChange(refresh), session.onDidChange(refresh));
	}

	/** Draws anew from the record, such as after a tick that could not be saved. */
	refresh(): void {
		this.#changed.fire();
	}

	getChildren(node?: ChecklistNode): ChecklistNode[] {
		if (!node) return (this.#source.loaded?.runbook.phases ?? []).map((phase) => ({ kind: 'phase', phase }));
		switch (node.kind) {
			case 'phase':
				return node.phase.groups.flatMap((group) =>
					group.title === '' ? itemsOf(group) : [{ kind: 'group', group }],
				);
			case 'group':
				return itemsOf(node.group);
			case 'item':
				return node.node.children.map((child) => ({ kind: 'item', node: child }));
		}
	}

	getTreeItem(node: ChecklistNode): vscode.TreeItem {
		const state = this.#session.current;
		switch (node.kind) {
			case 'phase':
				return phaseRow(node.phase, state);
			case 'group':
				return groupRow(node.group, state);
			case 'item':
				return itemRow(node.node, state);
		}
	}

	dispose(): void {
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}
}

function itemsOf(group: Group): ChecklistNode[] {
	return nestItems(group.items).map((node) => ({ kind: 'item', node }));
}

function phaseRow(phase: Phase, state: IncidentState | undefined): vscode.TreeItem {
	const row = new vscode.TreeItem(phase.title || 'Checklist', vscode.TreeItemCollapsibleState.Expanded);
	row.id = `phase:${phase.line}:${phase.title}`;
	row.description = progress(
		phase.groups.flatMap((group) => group.items),
		state,
	);
	row.contextValue = 'phase';
	row.accessibilityInformation = { label: `Phase ${phase.title}, ${row.description} done` };
	return row;
}

function groupRow(group: Group, state: IncidentState | undefined): vscode.TreeItem {
	const row = new vscode.TreeItem(group.title, vscode.TreeItemCollapsibleState.Expanded);
	const done = progress(group.items, state);
	row.id = `group:${group.line}:${group.title}`;
	row.description = group.role === undefined ? done : `${group.role} · ${done}`;
	row.contextValue = 'group';
	const role = group.role === undefined ? '' : `, for ${group.role}`;
	row.accessibilityInformation = { label: `${group.title}${role}, ${done} done` };
	return row;
}

function itemRow({ item, children }: ItemNode, state: IncidentState | undefined): vscode.TreeItem {
	const collapsible = children.length > 0 ? 'Expanded' : 'None';
	const row = new vscode.TreeItem(item.label ?? item.text, vscode.TreeItemCollapsibleState[collapsible]);
	const touched = state?.items.get(item.id);
	const done = touched?.done ?? false;
	row.id = `item:${item.id}`;
	row.description = item.label === undefined ? '' : (item.detail ?? '');
	row.contextValue = 'item';
	row.tooltip = done && touched ? `${item.text}\nDone by ${touched.by}, ${localTime(touched.at)}` : item.text;
	const boxLabel = `${item.label ?? item.text}, ${done ? 'done' : 'open'}`;
	row.checkboxState = {
		state: vscode.TreeItemCheckboxState[done ? 'Checked' : 'Unchecked'],
		tooltip: done ? 'Mark as not done' : 'Mark as done',
		accessibilityInformation: { label: boxLabel, role: 'checkbox' },
	};
	row.accessibilityInformation = { label: `${item.text}, ${done ? 'done' : 'open'}` };
	row.command = {
		title: 'Go to Line in Runbook',
		command: 'runbookResponse.goToLine' satisfies CommandId,
		arguments: [{ kind: 'item', node: { item, children } } satisfies ChecklistNode],
	};
	return row;
}

function progress(items: readonly Item[], state: IncidentState | undefined): string {
	const done = items.filter((item) => state?.items.get(item.id)?.done).length;
	return `${done}/${items.length}`;
}

function localTime(instant: number): string {
	return new Date(instant).toLocaleTimeString();
}
