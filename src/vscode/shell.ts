import * as vscode from 'vscode';
import type { DeployHistory } from '../core/deploys/model';
import type { Clock, Ids, Sha256 } from '../core/ports';
import { viewIds } from '../ids';
import { BlobDocuments } from './blobDocuments';
import { registerCommands, runGuarded, type Handlers } from './commands';
import { setContext } from './context';
import { declareHandler } from './handlers/declare';
import {
	copyCommitId,
	loadDeploys,
	openChangesHandler,
	showCandidatesHandler,
	type DeployTools,
} from './handlers/deploys';
import { addNoteHandler, resolveHandler, switchHandler, tickItem } from './handlers/incident';
import { draftPostmortemHandler } from './handlers/postmortem';
import {
	chooseRunbookHandler,
	createRunbookHandler,
	goToLineHandler,
	openRunbookHandler,
} from './handlers/runbook';
import { runScriptHandler } from './handlers/scripts';
import { IncidentSession, type OpenIncidents } from './incidentSession';
import { RunbookSource, type ReaderFor } from './runbookSource';
import { ChecklistTree, type ChecklistNode } from './views/checklistTree';
import { DeploysTree, type DeployNode } from './views/deploysTree';
import { createStatusBar } from './views/statusBar';
import { TimelineTree } from './views/timelineTree';

/** What the shell is given: the ports, and the few things only the composition root can make. */
export interface World {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly sha256: Sha256;
	readonly log: vscode.LogOutputChannel;
	readonly memory: vscode.Memento;
	readonly templates: vscode.Uri;
	readonly readerFor: ReaderFor;
	readonly openIncidents: OpenIncidents;
	readonly openHistory: (folder: string) => Promise<DeployHistory>;
	readonly writeScript: (text: string, sha256: string) => Promise<string>;
}

/** Views, commands and the status bar over the world; commands come last so that they go first. */
export function activateShell(world: World): vscode.Disposable {
	const { log, clock } = world;
	const source = new RunbookSource(world.readerFor, world.memory, log);
	const session = new IncidentSession(world.openIncidents, world.memory, log);
	const checklist = new ChecklistTree(source, session);
	const timeline = new TimelineTree(session);
	const tree = new DeploysTree(clock);
	const checklistView = createChecklistView(checklist, session, world);
	const view = vscode.window.createTreeView<DeployNode>(viewIds.deploys, { treeDataProvider: tree });
	const blobs = new BlobDocuments();
	const deploys: DeployTools = { ...world, source, session, tree, view, blobs };
	setContext('runbook', 'loading');
	setContext('deploys', 'notLoaded');
	const follow = (): void => {
		showRunbookState(checklistView, source);
		void runGuarded(log, () => session.attach(source.state.folder));
	};
	const subscriptions = [
		source.onDidChange(follow),
		vscode.workspace.onDidGrantWorkspaceTrust(follow),
		view.onDidChangeVisibility(() => void runGuarded(log, () => loadWhenShown(deploys))),
		vscode.window.createTreeView(viewIds.timeline, { treeDataProvider: timeline }),
		createStatusBar(session, clock),
	];
	const commands = registerCommands(createHandlers(world, deploys), log);
	void source.reload();
	const parts = [source, session, checklist, timeline, tree, checklistView, view, blobs];
	return vscode.Disposable.from(...parts, ...subscriptions, commands);
}

function createHandlers(world: World, deploys: DeployTools): Handlers {
	const { source, session } = deploys;
	const { templates } = world;
	return {
		'runbookResponse.declareIncident': declareHandler(source, session),
		'runbookResponse.resolveIncident': resolveHandler(session),
		'runbookResponse.switchIncident': switchHandler(session),
		'runbookResponse.addNote': addNoteHandler(session),
		'runbookResponse.runScript': runScriptHandler({ ...world, source, session }),
		'runbookResponse.showRollbackCandidates': showCandidatesHandler(deploys),
		'runbookResponse.draftPostmortem': draftPostmortemHandler({ ...world, source, session, templates }),
		'runbookResponse.createRunbook': createRunbookHandler(source, templates),
		'runbookResponse.chooseRunbook': chooseRunbookHandler(source),
		'runbookResponse.openRunbook': openRunbookHandler(source),
		'runbookResponse.showLog': () => world.log.show(),
		'runbookResponse.goToLine': goToLineHandler(source),
		'runbookResponse.openChanges': openChangesHandler(deploys),
		'runbookResponse.copyCommitId': copyCommitId,
	};
}

function createChecklistView(
	checklist: ChecklistTree,
	session: IncidentSession,
	{ log }: World,
): vscode.TreeView<ChecklistNode> {
	const view = vscode.window.createTreeView<ChecklistNode>(viewIds.checklist, {
		treeDataProvider: checklist,
		manageCheckboxStateManually: true,
		showCollapseAll: true,
	});
	view.onDidChangeCheckboxState(async ({ items }) => {
		for (const [node, state] of items) {
			if (node.kind !== 'item') continue;
			const done = state === vscode.TreeItemCheckboxState.Checked;
			await runGuarded(log, () => tickItem(session, node.node.item, done));
		}
		checklist.refresh();
	});
	return view;
}

/** What is wrong with the runbook is said above its empty list. */
function showRunbookState(view: vscode.TreeView<ChecklistNode>, { state }: RunbookSource): void {
	view.message = state.kind === 'problem' ? state.message : '';
	view.description = state.kind === 'loaded' ? state.loaded.path : '';
	if (state.kind === 'loaded' && state.loaded.runbook.phases.length === 0) {
		view.message = `${state.loaded.path} has no checklist: write its steps as “- [ ] step” under a heading.`;
	}
}

async function loadWhenShown(deploys: DeployTools): Promise<void> {
	if (deploys.view.visible) await loadDeploys(deploys);
}
