import * as vscode from 'vscode';
import { viewIds } from '../../ids';
import type { IncidentParts } from './incidentFacts';
import { IncidentTree, type IncidentNode } from './incidentTree';

/** The first view of the container; its badge, seen from everywhere, counts the open incidents. */
export function createIncidentView(parts: IncidentParts): vscode.Disposable {
	const tree = new IncidentTree(parts);
	const view = vscode.window.createTreeView<IncidentNode>(viewIds.incident, {
		treeDataProvider: tree,
		showCollapseAll: true,
	});
	const count = (): void => {
		const open = parts.session.open.length;
		view.badge = open === 0 ? undefined : { value: open, tooltip: openWords(open) };
	};
	count();
	return vscode.Disposable.from(view, tree, parts.session.onDidChange(count));
}

function openWords(open: number): string {
	return open === 1 ? '1 open incident' : `${open} open incidents`;
}
