import * as vscode from 'vscode';
import type { Deploy, Reason } from '../../core/deploys/model';
import type { Clock } from '../../core/ports';
import { shortTitle } from '../../core/deploys/shortTitle';
import { formatAge } from '../../core/schedule/age';
import type { CommandId } from '../../ids';

/** A deploy, or a reason why it is suspected. */
export type DeployNode =
	{ readonly kind: 'deploy'; readonly deploy: Deploy } | { readonly kind: 'reason'; readonly reason: Reason };

const icons: Readonly<Record<Deploy['kind'], string>> = {
	tag: 'tag',
	merge: 'git-merge',
	commit: 'git-commit',
};

/** Recent deploys, newest first, each with its reasons in words below it. */
export class DeploysTree implements vscode.TreeDataProvider<DeployNode>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #clock: Clock;
	#deploys: readonly Deploy[] = [];
	#turn = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Begins a reading; the function it returns says whether a later one has begun meanwhile. */
	beginReading(): () => boolean {
		const turn = ++this.#turn;
		return () => turn !== this.#turn;
	}

	show(deploys: readonly Deploy[]): void {
		this.#deploys = deploys;
		this.#changed.fire();
	}

	getChildren(node?: DeployNode): DeployNode[] {
		if (!node) return this.#deploys.map((deploy) => ({ kind: 'deploy', deploy }));
		return node.kind === 'deploy' ? node.deploy.reasons.map((reason) => ({ kind: 'reason', reason })) : [];
	}

	getTreeItem(node: DeployNode): vscode.TreeItem {
		return node.kind === 'deploy' ? deployRow(node, this.#clock.now()) : reasonRow(node.reason);
	}

	dispose(): void {
		this.#changed.dispose();
	}
}

function deployRow(node: DeployNode & { kind: 'deploy' }, now: number): vscode.TreeItem {
	const { deploy } = node;
	const expandable = deploy.reasons.length > 0 ? 'Collapsed' : 'None';
	const label = [...deploy.tags, shortTitle(deploy.title)].join(' ');
	const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[expandable]);
	const age = formatAge(now - Date.parse(deploy.committedAt));
	const files = deploy.files.length === 1 ? '1 file' : `${deploy.files.length} files`;
	row.id = deploy.sha;
	row.description = `${age} · ${deploy.author}`;
	row.iconPath = new vscode.ThemeIcon(icons[deploy.kind]);
	row.contextValue = 'deploy';
	row.tooltip = [
		deploy.title,
		`${deploy.sha.slice(0, 12)} by ${deploy.author}, ${new Date(deploy.committedAt).toLocaleString()}`,
		`${files}, ${deploy.insertions} lines added, ${deploy.deletions} removed`,
		...deploy.reasons.map((reason) => `• ${reason.text}`),
	].join('\n');
	row.accessibilityInformation = { label: [label, age, deploy.author].join(', ') };
	row.command = {
		title: 'Open Changes',
		command: 'runbookResponse.openChanges' satisfies CommandId,
		arguments: [node],
	};
	return row;
}

function reasonRow(reason: Reason): vscode.TreeItem {
	const row = new vscode.TreeItem(reason.text);
	row.iconPath = new vscode.ThemeIcon('info');
	row.accessibilityInformation = { label: reason.text };
	return row;
}
