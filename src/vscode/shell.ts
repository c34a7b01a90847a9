import * as vscode from 'vscode';
import { isOpen } from '../core/incident/status';
import type { DeployHistory } from '../core/deploys/model';
import type { Clock, Ids, Sha256 } from '../core/ports';
import { viewIds } from '../ids';
import { AgendaSource } from './agendaSource';
import { BlobDocuments } from './blobDocuments';
import { RunbookCodeLens } from './codeLens';
import { registerCommands, runGuarded, type Handlers } from './commands';
import { setContext } from './context';
import { createChecks } from './checks';
import {
	copyTextHandler,
	showAllItemsHandler,
	showItemsForSeverityHandler,
	showMyItemsHandler,
	showOpenItemsHandler,
} from './handlers/checklist';
import {
	copyCommitId,
	loadDeploys,
	openChangesHandler,
	showCandidatesHandler,
	type DeployTools,
	followOnset,
} from './handlers/deploys';
import {
	comparePreviousGoodHandler,
	compareDeployedHandler,
	copyDeployHandler,
	showConflictsHandler,
} from './handlers/deployViews';
import { findSuspectsHandler } from './handlers/findSuspects';
import { openHistoryHandler } from './handlers/openHistory';
import { planRollbackHandler } from './handlers/planRollback';
import { recordDeployHandler } from './handlers/recordDeploy';
import { acknowledgeHandler, escalateHandler } from './handlers/escalation';
import { incidentHandlers } from './handlers/incidentCommands';
import { showPostmortemPlacesHandler } from './handlers/postmortemPlaces';
import { appendRecordHandler, saveTimelinePictureHandler } from './handlers/postmortemRecord';
import { createPostmortemTemplateHandler, draftPostmortemHandler } from './handlers/postmortem';
import { refreshPostmortemHandler } from './handlers/refreshPostmortem';
import { showIncidentReportHandler, showOpenActionItemsHandler } from './handlers/insights';
import { proposeRunbookChangesHandler } from './handlers/proposeChanges';
import {
	chooseRunbookHandler,
	createRunbookHandler,
	goToLineHandler,
	openRunbookHandler,
} from './handlers/runbook';
import type { RepeatTools } from './handlers/repeatCheck';
import { scriptHandlers } from './handlers/scriptCommands';
import { showScriptHandler } from './handlers/showScript';
import { filterTimelineHandler, pinHandler, showStateHandler } from './handlers/timeline';
import { markUpdatePostedHandler, snoozeHandler } from './handlers/updates';
import { FolderTrees } from './folderTrees';
import { IncidentSession, type OpenIncidents } from './incidentSession';
import { createMessageParts, type MessageWorld } from './messages/messageParts';
import { createReminders } from './reminders';
import type { EndDescendants, MakeOutputCopy } from './scripts/launch';
import { PendingRuns } from './scripts/pendingRuns';
import { Repeats } from './scripts/repeats';
import type { PlanTools } from './scripts/planRun';
import { ScriptDocuments } from './scripts/previewDocuments';
import type { ScriptFiles } from './scripts/scriptFiles';
import { ScriptTerminals } from './terminal';
import { Proposals } from './proposals';
import { RollbackWatch } from './rollbackWatch';
import { RunbookRevision } from './runbookRevision';
import { RunbookSource, type ReaderFor } from './runbookSource';
import { ChecklistDocuments } from './views/checklistDocuments';
import { FilterChoice } from './views/checklistFilter';
import { createChecklistView, type ChecklistParts } from './views/checklistView';
import { DeploysTree, type DeployNode } from './views/deploysTree';
import { createScriptsView } from './views/scriptsTree';
import { createStatusBar } from './views/statusBar';
import { createIncidentView } from './views/incidentView';
import { StateDocuments } from './views/stateDocuments';
import { TimelineChoice } from './views/timelineFilter';
import { createTimelineView } from './views/timelineView';

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
	/** The address of the folder's remote, as git has it; `undefined` without one. */
	readonly remoteAddress: (folder: string) => Promise<string | undefined>;
	readonly scriptFiles: ScriptFiles;
	readonly checkFolder: PlanTools['checkFolder'];
	readonly endDescendants: EndDescendants;
	readonly makeOutputCopy: MakeOutputCopy;
	/** The variables that terminals will have, too. */
	readonly messages: MessageWorld;
	readonly variables: () => Readonly<Record<string, string | undefined>>;
}

/** Views, commands and the status bar over the world; commands come last so that they go first. */
export function activateShell(world: World): vscode.Disposable {
	const { log, clock } = world;
	const trees = new FolderTrees();
	const source = new RunbookSource(world.readerFor, trees, world.memory, log);
	const session = new IncidentSession(world.openIncidents, world.memory, log);
	const documents = new ChecklistDocuments(source, world.readerFor, log);
	const agenda = new AgendaSource({ session, source, documents, clock });
	const choice = new FilterChoice(world.memory);
	const parts = { source, session, agenda, clock };
	const incidentView = createIncidentView(parts);
	const timeline = new TimelineChoice(world.memory);
	const states = new StateDocuments(parts);
	const tree = new DeploysTree(clock);
	const checklist = createChecklistView({ source, session, documents, choice, clock }, log);
	const view = vscode.window.createTreeView<DeployNode>(viewIds.deploys, { treeDataProvider: tree });
	const blobs = new BlobDocuments();
	const proposals = new Proposals();
	const deploys: DeployTools = { ...world, source, session, tree, view, blobs };
	setContext('runbook', 'loading');
	setContext('deploys', 'notLoaded');
	const scripts = createScriptParts(world);
	const messages = createMessageParts({ ...world, ...world.messages, source, session });
	const follow = (): void => {
		void runGuarded(log, () => attach(source, session, scripts.pendingRuns));
	};
	const subscriptions = [
		source.onDidChange(follow),
		session.onDidChange(() => pinRunbook(source, session)),
		vscode.workspace.onDidGrantWorkspaceTrust(follow),
		view.onDidChangeVisibility(() => void runGuarded(log, () => loadWhenShown(deploys))),
		createScriptsView({ ...world, source, session }),
		createTimelineView({ session, choice: timeline }),
		createStatusBar(session, agenda, clock),
		createReminders({ ...world, session, agenda, source }),
		followOnset(deploys, (work) => void runGuarded(log, work)),
		new RollbackWatch({ ...world, session, source }),
		new RunbookCodeLens(source, world.readerFor),
		new RunbookRevision({ ...world, source, session }),
		createChecks({ ...world, source, trees }),
	];
	const views = { proposals, documents, choice, timeline, states, messages };
	const commands = registerCommands(createHandlers({ ...world, ...scripts, agenda }, deploys, views), log);
	void source.reload();
	const services = [trees, source, session, documents, agenda, choice];
	const shown = [timeline, states, tree, blobs, proposals];
	const running = [scripts.repeats, scripts.terminals, scripts.scriptDocuments, messages.parts];
	return vscode.Disposable.from(
		...services,
		...shown,
		...running,
		incidentView,
		checklist,
		view,
		...subscriptions,
		commands,
	);
}

type ScriptParts = Pick<RepeatTools, 'terminals' | 'scriptDocuments' | 'pendingRuns' | 'repeats'>;

function createScriptParts({ endDescendants, makeOutputCopy, memory }: World): ScriptParts {
	return {
		terminals: new ScriptTerminals(endDescendants, makeOutputCopy),
		scriptDocuments: new ScriptDocuments(),
		pendingRuns: new PendingRuns(memory),
		repeats: new Repeats(),
	};
}

/** Opens the record of the runbook's folder, and tells how the runs ended that a reload interrupted. */
async function attach(
	source: RunbookSource,
	session: IncidentSession,
	pendingRuns: PendingRuns,
): Promise<void> {
	await session.attach(source.state.folder);
	await pendingRuns.settle((incident, end) => session.recordInto(incident, 'scriptFinished', end));
}

interface ViewTools extends Pick<ChecklistParts, 'documents' | 'choice'> {
	readonly timeline: TimelineChoice;
	readonly states: StateDocuments;
	readonly proposals: Proposals;
	readonly messages: ReturnType<typeof createMessageParts>;
}

function createHandlers(
	world: World & ScriptParts & { readonly agenda: AgendaSource },
	deploys: DeployTools,
	views: ViewTools,
): Handlers {
	const { source, session } = deploys;
	const { proposals, documents, choice, timeline, states } = views;
	const { templates } = world;
	const clocks = { ...world, session };
	const scripts = { ...world, source, session };
	const postmortems = { ...world, source, session, templates, proposals };
	return {
		...incidentHandlers({ ...world, source, session }),
		...views.messages.handlers,
		...scriptHandlers(scripts),
		'runbookResponse.showRollbackCandidates': showCandidatesHandler(deploys),
		'runbookResponse.draftPostmortem': draftPostmortemHandler(postmortems),
		'runbookResponse.createPostmortemTemplate': createPostmortemTemplateHandler(source, templates),
		'runbookResponse.showPostmortemPlaces': showPostmortemPlacesHandler(postmortems),
		'runbookResponse.appendRecord': appendRecordHandler(postmortems),
		'runbookResponse.saveTimelinePicture': saveTimelinePictureHandler(postmortems),
		'runbookResponse.refreshPostmortem': refreshPostmortemHandler(postmortems),
		'runbookResponse.showOpenActionItems': showOpenActionItemsHandler(postmortems),
		'runbookResponse.showIncidentReport': showIncidentReportHandler(postmortems),
		'runbookResponse.proposeRunbookChanges': proposeRunbookChangesHandler(postmortems),
		'runbookResponse.createRunbook': createRunbookHandler(source, templates),
		'runbookResponse.chooseRunbook': chooseRunbookHandler(source, documents),
		'runbookResponse.openRunbook': openRunbookHandler(source),
		'runbookResponse.showLog': () => world.log.show(),
		'runbookResponse.goToLine': goToLineHandler(source),
		'runbookResponse.openChanges': openChangesHandler(deploys),
		'runbookResponse.openHistory': openHistoryHandler(deploys),
		'runbookResponse.copyCommitId': copyCommitId,
		'runbookResponse.recordDeploy': recordDeployHandler(deploys),
		'runbookResponse.showConflicts': showConflictsHandler(deploys),
		'runbookResponse.copyDeploy': copyDeployHandler,
		'runbookResponse.comparePreviousGood': comparePreviousGoodHandler(deploys),
		'runbookResponse.compareDeployed': compareDeployedHandler(deploys),
		'runbookResponse.findSuspects': findSuspectsHandler(deploys),
		'runbookResponse.planRollback': planRollbackHandler({ ...world, source, session, deploys, scripts }),
		'runbookResponse.showOpenItems': showOpenItemsHandler(choice),
		'runbookResponse.showMyItems': showMyItemsHandler(choice, source),
		'runbookResponse.showItemsForSeverity': showItemsForSeverityHandler(choice, session),
		'runbookResponse.showAllItems': showAllItemsHandler(choice),
		'runbookResponse.copyText': copyTextHandler,
		'runbookResponse.showScript': showScriptHandler(source),
		'runbookResponse.showState': showStateHandler(session, states),
		'runbookResponse.showWholeTimeline': filterTimelineHandler(timeline, 'all'),
		'runbookResponse.showMilestones': filterTimelineHandler(timeline, 'milestones'),
		'runbookResponse.showMyEntries': filterTimelineHandler(timeline, 'mine'),
		'runbookResponse.pinEntry': pinHandler(session, true),
		'runbookResponse.unpinEntry': pinHandler(session, false),
		'runbookResponse.acknowledge': acknowledgeHandler(clocks),
		'runbookResponse.escalate': escalateHandler({ ...clocks, paging: views.messages.paging }),
		'runbookResponse.markUpdatePosted': markUpdatePostedHandler(clocks),
		'runbookResponse.snoozeReminder': snoozeHandler(clocks),
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
