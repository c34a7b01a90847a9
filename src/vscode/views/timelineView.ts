import * as vscode from 'vscode';
import { hiddenWords } from '../../core/incident/timelineFilter';
import { viewIds } from '../../ids';
import { TimelineTree, type TimelineParts } from './timelineTree';

/** The view around the tree: it says what is not shown, so that nobody takes a part for the whole. */
export function createTimelineView(parts: TimelineParts): vscode.Disposable {
	const tree = new TimelineTree(parts);
	const view = vscode.window.createTreeView(viewIds.timeline, { treeDataProvider: tree });
	const say = (): void => {
		const { filter } = parts.choice;
		const hidden = parts.session.current ? hiddenWords(filter, tree.hidden) : '';
		const older = tree.older > 0 ? `${tree.older} older ones are not drawn.` : '';
		view.message = [hidden, older].filter(Boolean).join('. ');
		view.description = filter === 'all' ? '' : filter;
	};
	say();
	return vscode.Disposable.from(view, tree, tree.onDidChangeTreeData(say));
}
