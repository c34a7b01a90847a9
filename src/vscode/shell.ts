import * as vscode from 'vscode';
import { isOpen } from '../app/incidents';
import type { DeployHistory } from '../core/deploys/model';
import type { Clock, Ids, Sha256 } from '../core/ports';
import { viewIds } from '../ids';
import { BlobDocuments } from './blobDocuments';
import { RunbookCodeLens } from './codeLens';
import { registerCommands, runGuarded, type Handlers } from './commands';
import { setContext } from './context';
import { RunbookDiagnostics } from './diagnostics';
import {
	copyTextHandler,
	showAllItemsHandler,
	showItemsForSeverityHandler,
	showMyItemsHandler,
	showOpenItemsHandler,
} from './handlers/checklist';
import { declareHandler } from './handlers/declare';
import {
	copyCommitId,
	loadDeploys,
	openChangesHandler,
	showCandidatesHandler,
	type DeployTools,
	followOnset,
} from './handlers/deploys';
import { addNoteHandler, resolveHandler, switchHandler } from './handlers/incident';
import { draftPostmortemHandler } from './handlers/postmortem';
import {
	chooseRunbookHandler,
	createRunbookHandler,
	goToLineHandler,
	openRunbookHandler,
} from './handlers/runbook';
import { runScriptHandler } from './handlers/scripts';
import { FolderTrees } from './folderTrees';
import { IncidentSession, type OpenIncidents } from './incidentSession';
import { QuickFixes } from './quickFixes';
import { ScriptTerminals } from './terminal';
import { RunbookSource, type ReaderFor } from './runbookSource';
import { ChecklistDocuments } from './views/checklistDocuments';
import { FilterChoice } from './views/checklistFilter';
import { createChecklistView, type ChecklistParts } from './views/checklistView';
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
	const trees = new FolderTrees();
	const source = new RunbookSource(world.readerFor, trees, world.memory, log);
	const session = new IncidentSession(world.openIncidents, world.memory, log);
	const documents = new ChecklistDocuments(source, world.readerFor, log);
	const choice = new FilterChoice(world.memory);
	const timeline = new TimelineTree(session);
	const tree = new DeploysTree(clock);
	const checklist = createChecklistView({ source, session, documents, choice, clock }, log);
	const view = vscode.window.createTreeView<DeployNode>(viewIds.deploys, { treeDataProvider: tree });
	const blobs = new BlobDocuments();
	const deploys: DeployTools = { ...world, source, session, tree, view, blobs };
	setContext('runbook', 'loading');
	setContext('deploys', 'notLoaded');
	const diagnostics = new RunbookDiagnostics(source, trees, clock, log);
	const terminals = new ScriptTerminals();
	const follow = (): void => {
		void runGuarded(log, () => session.attach(source.state.folder));
	};
	const subscriptions = [
		source.onDidChange(follow),
		session.onDidChange(() => pinRunbook(source, session)),
		vscode.workspace.onDidGrantWorkspaceTrust(follow),
		view.onDidChangeVisibility(() => void runGuarded(log, () => loadWhenShown(deploys))),
		vscode.window.createTreeView(viewIds.timeline, { treeDataProvider: timeline }),
		createStatusBar(session, clock),
		followOnset(deploys, (work) => void runGuarded(log, work)),
		new RunbookCodeLens(source, world.readerFor),
		diagnostics,
		new QuickFixes(diagnostics, clock).register(),
	];
	const commands = registerCommands(
		createHandlers({ ...world, terminals }, deploys, { documents, choice }),
		log,
	);
	void source.reload();
	const parts = [
		trees,
		source,
		session,
		terminals,
		documents,
		choice,
		checklist,
		timeline,
		tree,
		view,
		blobs,
	];
	return vscode.Disposable.from(...parts, ...subscriptions, commands);
}

type ChecklistTools = Pick<ChecklistParts, 'documents' | 'choice'>;

function createHandlers(
	world: World & { readonly terminals: ScriptTerminals },
	deploys: DeployTools,
	checklist: ChecklistTools,
): Handlers {
	const { source, session } = deploys;
	const { documents, choice } = checklist;
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
		'runbookResponse.chooseRunbook': chooseRunbookHandler(source, documents),
		'runbookResponse.openRunbook': openRunbookHandler(source),
		'runbookResponse.showLog': () => world.log.show(),
		'runbookResponse.goToLine': goToLineHandler(source),
		'runbookResponse.openChanges': openChangesHandler(deploys),
		'runbookResponse.copyCommitId': copyCommitId,
		'runbookResponse.showOpenItems': showOpenItemsHandler(choice),
		'runbookResponse.showMyItems': showMyItemsHandler(choice, source),
		'runbookResponse.showItemsForSeverity': showItemsForSeverityHandler(choice, session),
		'runbookResponse.showAllItems': showAllItemsHandler(choice),
		'runbookResponse.copyText': copyTextHandler,
	};
}

/** While an incident is open, its own runbook is shown, not another one that happens to be found. */
function pinRunbook(source: RunbookSource, session: IncidentSession): void {
	const [state] = [session.current].filter((current) => current !== undefined && isOpen(current));
	source.pin(state?.runbook?.path);
}

async function loadWhenShown(deploys: DeployTools): Promise<void> {
	if (deploys.view.visible) await loadDeploys(deploys);
}
