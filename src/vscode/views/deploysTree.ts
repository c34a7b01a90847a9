import * as vscode from 'vscode';
import type { Deploy, Rehearsal } from '../../core/deploys/model';
import { describeRehearsal, isRehearsed, rehearsalBadge } from '../../core/deploys/rehearsal';
import type { Clock } from '../../core/ports';
import { shortTitle } from '../../core/deploys/shortTitle';
import type { TraceReading } from '../../core/deploys/trace';
import { formatAge } from '../../core/schedule/age';
import type { CommandId } from '../../ids';

/** A deploy, or one line of what is known about it. */
export type DeployNode =
	| { readonly kind: 'deploy'; readonly deploy: Deploy }
	| { readonly kind: 'detail'; readonly icon: 'info' | 'discard' | 'warning'; readonly text: string };

const icons: Readonly<Record<Deploy['kind'], string>> = {
	tag: 'tag',
	merge: 'git-merge',
	commit: 'git-commit',
};

const standings: Readonly<Record<NonNullable<Deploy['standing']>, string>> = {
	running: 'ran when the impact began',
	previous: 'ran before that',
};

/** Recent deploys, newest first, each with its reasons and its rehearsed rollback in words below it. */
export class DeploysTree implements vscode.TreeDataProvider<DeployNode>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #clock: Clock;
	#deploys: readonly Deploy[] = [];
	#reading = new AbortController();
	/** The stack trace that was pasted, and for which incident. */
	pasted: { readonly trace: TraceReading; readonly incident: string | undefined } | undefined;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Begins a reading, and stops the one before it: its signal aborts, which ends its git. */
	beginReading(): AbortSignal {
		this.#reading.abort();
		this.#reading = new AbortController();
		return this.#reading.signal;
	}

	show(deploys: readonly Deploy[]): void {
		this.#deploys = deploys;
		this.#changed.fire();
	}

	/** Adds what rolling back would meet to the deploys that are shown. */
	showRehearsals(results: ReadonlyMap<string, Rehearsal>): void {
		this.#deploys = this.#deploys.map((deploy) => {
			const rehearsal = results.get(deploy.sha);
			return rehearsal ? { ...deploy, rehearsal } : deploy;
		});
		this.#changed.fire();
	}

	getChildren(node?: DeployNode): DeployNode[] {
		if (!node) return this.#deploys.map((deploy) => ({ kind: 'deploy', deploy }));
		return node.kind === 'deploy' ? toDetails(node.deploy) : [];
	}

	getTreeItem(node: DeployNode): vscode.TreeItem {
		return node.kind === 'deploy' ? deployRow(node, this.#clock.now()) : detailRow(node);
	}

	dispose(): void {
		this.#reading.abort();
		this.#changed.dispose();
	}
}

function deployRow(node: DeployNode & { kind: 'deploy' }, now: number): vscode.TreeItem {
	const { deploy } = node;
	const details = toDetails(deploy);
	const expandable = details.length > 0 ? 'Collapsed' : 'None';
	const label = [...deploy.tags, shortTitle(deploy.title)].join(' ');
	const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState[expandable]);
	const age = formatAge(now - Date.parse(deploy.committedAt));
	const files = deploy.files.length === 1 ? '1 file' : `${deploy.files.length} files`;
	row.id = deploy.sha;
	const standing = deploy.standing ? standings[deploy.standing] : '';
	const said = [age, deploy.author, standing, rehearsalBadge(deploy.rehearsal)].filter(Boolean);
	row.description = said.join(' · ');
	row.iconPath = new vscode.ThemeIcon(icons[deploy.kind]);
	row.contextValue = 'deploy';
	row.tooltip = [
		deploy.title,
		`${deploy.sha.slice(0, 12)} by ${deploy.author}, ${new Date(deploy.committedAt).toLocaleString()}`,
		`${files}, ${deploy.insertions} lines added, ${deploy.deletions} removed`,
		...details.map((detail) => `• ${detail.text}`),
	].join('\n');
	row.accessibilityInformation = { label: [label, ...said].join(', ') };
	row.command = {
		title: 'Open Changes',
		command: 'runbookResponse.openChanges' satisfies CommandId,
		arguments: [node],
	};
	return row;
}

type Detail = DeployNode & { kind: 'detail' };

function toDetails({ rehearsal, reasons }: Deploy): Detail[] {
	const rollback = isRehearsed(rehearsal) ? [describeRehearsal(rehearsal)] : [];
	return [
		...rollback.map((text): Detail => ({ kind: 'detail', icon: 'discard', text })),
		...rehearsal.notes.map(({ text }): Detail => ({ kind: 'detail', icon: 'warning', text })),
		...reasons.map(({ text }): Detail => ({ kind: 'detail', icon: 'info', text })),
	];
}

function detailRow({ icon, text }: Detail): vscode.TreeItem {
	const row = new vscode.TreeItem(text);
	row.iconPath = new vscode.ThemeIcon(icon);
	row.tooltip = text;
	row.accessibilityInformation = { label: text };
	return row;
}
