import * as vscode from 'vscode';
import type { Clock, Sha256 } from '../../core/ports';
import { allScripts } from '../../core/runbook/allScripts';
import type { Runbook } from '../../core/runbook/model';
import { knownScripts, type KnownScript } from '../../core/scripts/knownScripts';
import { scriptRows, type ScriptIcon, type ScriptRow } from '../../core/scripts/scriptRows';
import { viewIds } from '../../ids';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { Ticker } from '../ticker';

export interface ScriptsParts {
	readonly source: Pick<RunbookSource, 'loaded' | 'onDidChange'>;
	readonly session: Pick<IncidentSession, 'current' | 'onDidChange'>;
	readonly clock: Clock;
	readonly sha256: Sha256;
}

const attention = new vscode.ThemeColor('list.warningForeground');
const icons: Readonly<Record<ScriptIcon, vscode.ThemeIcon>> = {
	section: new vscode.ThemeIcon('book'),
	check: new vscode.ThemeIcon('search'),
	change: new vscode.ThemeIcon('zap'),
	unknown: new vscode.ThemeIcon('question'),
	missing: new vscode.ThemeIcon('warning', attention),
	ok: new vscode.ThemeIcon('pass'),
	bad: new vscode.ThemeIcon('error', attention),
	running: new vscode.ThemeIcon('play-circle'),
};

/** How long ago a run was is said to the minute. */
const everyMs = 30_000;

/** The runbook's scripts, and how they went in the current incident. Owns nothing: state in, rows out. */
export class ScriptsTree implements vscode.TreeDataProvider<ScriptRow>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<void>();
	readonly onDidChangeTreeData = this.#changed.event;
	readonly #parts: ScriptsParts;
	readonly #subscriptions: vscode.Disposable;
	readonly #ticker = new Ticker(() => this.#update(), everyMs);
	#known: { readonly of: Runbook | undefined; readonly scripts: readonly KnownScript[] } = {
		of: undefined,
		scripts: [],
	};
	#rows: readonly ScriptRow[] = [];

	constructor(parts: ScriptsParts) {
		this.#parts = parts;
		const update = (): void => this.#update();
		this.#subscriptions = vscode.Disposable.from(
			parts.source.onDidChange(update),
			parts.session.onDidChange(update),
		);
	}

	getChildren(row?: ScriptRow): ScriptRow[] {
		return [...(row ? row.children : this.#rows)];
	}

	getTreeItem(row: ScriptRow): vscode.TreeItem {
		const { None, Expanded } = vscode.TreeItemCollapsibleState;
		const item = new vscode.TreeItem(row.label, row.children.length === 0 ? None : Expanded);
		item.id = row.id;
		item.description = row.description;
		item.tooltip = row.tooltip;
		item.contextValue = row.kind;
		item.iconPath = icons[row.icon];
		item.accessibilityInformation = { label: row.spoken };
		return item;
	}

	dispose(): void {
		this.#ticker.dispose();
		this.#subscriptions.dispose();
		this.#changed.dispose();
	}

	#update(): void {
		const { session, clock } = this.#parts;
		this.#ticker.run(session.current !== undefined);
		const before = JSON.stringify(this.#rows);
		this.#rows = scriptRows(this.#scripts(), {
			runs: session.current?.runs.values() ?? [],
			now: clock.now(),
		});
		// The selection and a screen reader must not notice the clock.
		if (JSON.stringify(this.#rows) !== before) this.#changed.fire();
	}

	/** Read anew only when the runbook is. */
	#scripts(): readonly KnownScript[] {
		const { source, sha256 } = this.#parts;
		const of = source.loaded?.runbook;
		if (this.#known.of !== of) this.#known = { of, scripts: of ? knownScripts(allScripts(of), sha256) : [] };
		return this.#known.scripts;
	}
}

/** The view around the tree: it says why nothing can be run in a folder that is not trusted. */
export function createScriptsView(parts: ScriptsParts): vscode.Disposable {
	const tree = new ScriptsTree(parts);
	const view = vscode.window.createTreeView(viewIds.scripts, { treeDataProvider: tree });
	const say = (): void => {
		view.message = vscode.workspace.isTrusted
			? ''
			: 'This folder is not trusted, so nothing can be run from here. Texts can be read and copied.';
	};
	say();
	return vscode.Disposable.from(view, tree, vscode.workspace.onDidGrantWorkspaceTrust(say));
}
