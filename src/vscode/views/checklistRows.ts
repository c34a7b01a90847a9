import * as vscode from 'vscode';
import type { RowIcon, RowWords } from '../../core/runbook/rowWords';
import type { Branch } from '../../core/runbook/tree';
import type { CommandId } from '../../ids';

/** A row of the checklist as VS Code holds it: the object stays, what it stands for is renewed. */
export interface ChecklistNode {
	readonly key: string;
	branch: Branch;
	/** What the row said when VS Code last asked. */
	shown: string | undefined;
}

/** What a command was invoked on, when that is a row of the checklist. */
export function checklistBranch(argument: unknown): Branch | undefined {
	if (typeof argument !== 'object' || argument === null || !('branch' in argument)) return undefined;
	return (argument as ChecklistNode).branch;
}

const lateColor = new vscode.ThemeColor('list.warningForeground');
const icons: Readonly<Record<RowIcon, vscode.ThemeIcon>> = {
	ahead: new vscode.ThemeIcon('circle-outline'),
	now: new vscode.ThemeIcon('play-circle'),
	late: new vscode.ThemeIcon('warning', lateColor),
	left: new vscode.ThemeIcon('circle-slash'),
	done: new vscode.ThemeIcon('pass'),
	foreign: new vscode.ThemeIcon('dash'),
	procedures: new vscode.ThemeIcon('list-ordered'),
	linked: new vscode.ThemeIcon('checklist'),
	other: new vscode.ThemeIcon('book'),
	message: new vscode.ThemeIcon('info'),
	problem: new vscode.ThemeIcon('warning', lateColor),
};

/** `large`: the checklist is so long that its groups start collapsed. */
export function toTreeItem(node: ChecklistNode, words: RowWords, large: boolean): vscode.TreeItem {
	const { branch, key } = node;
	const row = new vscode.TreeItem(words.label, collapsible(branch, large));
	row.id = key;
	row.description = words.description;
	row.tooltip = words.tooltip;
	row.contextValue = contextOf(branch);
	row.accessibilityInformation = { label: words.spoken };
	if (words.icon) row.iconPath = icons[words.icon];
	if (words.dimmed) row.resourceUri = dimUri(key);
	if (words.done !== undefined) row.checkboxState = checkbox(words, words.done);
	if (branch.kind === 'item' || branch.kind === 'message') row.command = goToLine(node);
	return row;
}

/** What a row calls itself; menus are tied to it. An item that names something to run says so. */
function contextOf(branch: Branch): string {
	return branch.kind === 'item' && branch.tickable.item.scripts.length > 0 ? 'item.script' : branch.kind;
}

/** Only items have a box: ticking a heading must not tick what is under it. */
function checkbox({ label }: RowWords, done: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
	return {
		state: vscode.TreeItemCheckboxState[done ? 'Checked' : 'Unchecked'],
		tooltip: done ? 'Mark as not done' : 'Mark as done',
		accessibilityInformation: { label: `${label}, ${done ? 'done' : 'open'}`, role: 'checkbox' },
	};
}

function goToLine(node: ChecklistNode): vscode.Command {
	const command = 'runbookResponse.goToLine' satisfies CommandId;
	return { title: 'Go to Line in Runbook', command, arguments: [node] };
}

function collapsible(branch: Branch, large: boolean): vscode.TreeItemCollapsibleState {
	const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
	switch (branch.kind) {
		case 'phase':
			return large && branch.children.length > manyRows ? Collapsed : Expanded;
		case 'group':
		case 'procedure':
			return large ? Collapsed : Expanded;
		case 'heading':
			return Collapsed;
		case 'document':
			return branch.role === 'linked' ? Expanded : Collapsed;
		case 'item':
			if (branch.children.length === 0) return None;
			// A linked document is read when its item is opened, not before.
			return branch.children.some(({ kind }) => kind === 'document') ? Collapsed : Expanded;
		case 'message':
			return None;
	}
}

/** From here on a row's children are too many to begin with. */
const manyRows = 200;

const dimScheme = 'runbook-response-dimmed';

function dimUri(key: string): vscode.Uri {
	return vscode.Uri.from({ scheme: dimScheme, path: `/${encodeURIComponent(key)}` });
}

/** The only way to make a tree row paler: a colour that hangs on its address. */
export function registerDimming(): vscode.Disposable {
	// Not the colour of what is disabled: it must still be read.
	const color = new vscode.ThemeColor('descriptionForeground');
	const dimmed = new vscode.FileDecoration(undefined, undefined, color);
	return vscode.window.registerFileDecorationProvider({
		provideFileDecoration: ({ scheme }) => (scheme === dimScheme ? dimmed : undefined),
	});
}
