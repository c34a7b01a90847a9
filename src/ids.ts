/** Every contributed id, once. `test/unit/manifest.test.ts` holds package.json to these lists. Imports nothing. */

export const commandIds = [
	'runbookResponse.declareIncident',
	'runbookResponse.resolveIncident',
	'runbookResponse.switchIncident',
	'runbookResponse.addNote',
	'runbookResponse.runScript',
	'runbookResponse.showRollbackCandidates',
	'runbookResponse.draftPostmortem',
	'runbookResponse.createRunbook',
	'runbookResponse.chooseRunbook',
	'runbookResponse.openRunbook',
	'runbookResponse.showLog',
	'runbookResponse.goToLine',
	'runbookResponse.openChanges',
	'runbookResponse.copyCommitId',
	'runbookResponse.showOpenItems',
	'runbookResponse.showMyItems',
	'runbookResponse.showItemsForSeverity',
	'runbookResponse.showAllItems',
	'runbookResponse.copyText',
	'runbookResponse.showState',
	'runbookResponse.showWholeTimeline',
	'runbookResponse.showMilestones',
	'runbookResponse.showMyEntries',
	'runbookResponse.pinEntry',
	'runbookResponse.unpinEntry',
	'runbookResponse.acknowledge',
	'runbookResponse.escalate',
	'runbookResponse.markUpdatePosted',
	'runbookResponse.snoozeReminder',
	'runbookResponse.startDrill',
	'runbookResponse.reopenIncident',
	'runbookResponse.closeIncident',
	'runbookResponse.linkIncident',
	'runbookResponse.joinIncident',
	'runbookResponse.changeSeverity',
	'runbookResponse.changeStatus',
	'runbookResponse.assignRole',
	'runbookResponse.takeRole',
	'runbookResponse.handOff',
	'runbookResponse.acceptRole',
	'runbookResponse.editEntry',
	'runbookResponse.retractEntry',
	'runbookResponse.undo',
	'runbookResponse.markMilestone',
	'runbookResponse.settleConflict',
	'runbookResponse.tickItem',
	'runbookResponse.startItem',
	'runbookResponse.skipItem',
	'runbookResponse.addItem',
	'runbookResponse.recordDecision',
	'runbookResponse.addHypothesis',
	'runbookResponse.resolveHypothesis',
	'runbookResponse.addActionItem',
	'runbookResponse.changeActionItem',
] as const;
export type CommandId = (typeof commandIds)[number];

/** Commands that need the tree item they were invoked on, and so are hidden from the palette. */
export const itemCommandIds = [
	'runbookResponse.goToLine',
	'runbookResponse.openChanges',
	'runbookResponse.copyCommitId',
	'runbookResponse.copyText',
	'runbookResponse.pinEntry',
	'runbookResponse.unpinEntry',
] as const satisfies readonly CommandId[];

export const viewIds = {
	container: 'runbookResponse',
	incident: 'runbookResponse.incidentView',
	checklist: 'runbookResponse.checklist',
	timeline: 'runbookResponse.timeline',
	deploys: 'runbookResponse.deploys',
} as const;

/** Context keys for `when` clauses. The values of the state keys are closed unions, see `vscode/context.ts`. */
export const contextKeys = {
	runbook: 'runbookResponse.runbook',
	incident: 'runbookResponse.incident',
	history: 'runbookResponse.history',
	checklistFilter: 'runbookResponse.checklistFilter',
	deploys: 'runbookResponse.deploys',
	timelineFilter: 'runbookResponse.timelineFilter',
} as const;

export const settingsSection = 'runbookResponse';
export const settingIds = [
	'runbookResponse.runbook.path',
	'runbookResponse.deploys.limit',
	'runbookResponse.codeLens.enabled',
	'runbookResponse.lint.enabled',
] as const;
