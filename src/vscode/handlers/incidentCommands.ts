import type { Handlers } from '../commands';
import { addActionItemHandler, changeActionItemHandler } from './actionItems';
import { addItemHandler } from './addItem';
import { settleConflictHandler } from './conflict';
import { recordDecisionHandler } from './decision';
import { declareHandler } from './declare';
import { closeHandler, reopenHandler } from './ending';
import { acceptRoleHandler, handOffHandler } from './handOff';
import { addHypothesisHandler, resolveHypothesisHandler } from './hypotheses';
import type { IncidentTools } from './incidentTools';
import { skipItemHandler, startItemHandler, tickItemHandler } from './items';
import { markMilestoneHandler } from './milestone';
import { addNoteHandler, editEntryHandler, retractEntryHandler } from './note';
import { linkHandler, switchHandler } from './otherIncidents';
import { resolveHandler } from './resolve';
import { assignRoleHandler, joinHandler, takeRoleHandler } from './roles';
import { changeSeverityHandler } from './severity';
import { changeStatusHandler } from './status';
import { undoHandler } from './undo';

/** The commands that record what people do and say in an incident. */
export function incidentHandlers(tools: IncidentTools) {
	return {
		'runbookResponse.declareIncident': declareHandler(tools),
		'runbookResponse.startDrill': declareHandler(tools, 'drill'),
		'runbookResponse.resolveIncident': resolveHandler(tools),
		'runbookResponse.reopenIncident': reopenHandler(tools),
		'runbookResponse.closeIncident': closeHandler(tools),
		'runbookResponse.switchIncident': switchHandler(tools.session),
		'runbookResponse.linkIncident': linkHandler(tools),
		'runbookResponse.joinIncident': joinHandler(tools),
		'runbookResponse.changeSeverity': changeSeverityHandler(tools),
		'runbookResponse.changeStatus': changeStatusHandler(tools),
		'runbookResponse.assignRole': assignRoleHandler(tools),
		'runbookResponse.takeRole': takeRoleHandler(tools),
		'runbookResponse.handOff': handOffHandler(tools),
		'runbookResponse.acceptRole': acceptRoleHandler(tools),
		'runbookResponse.addNote': addNoteHandler(tools),
		'runbookResponse.editEntry': editEntryHandler(tools),
		'runbookResponse.retractEntry': retractEntryHandler(tools),
		'runbookResponse.undo': undoHandler(tools),
		'runbookResponse.markMilestone': markMilestoneHandler(tools),
		'runbookResponse.settleConflict': settleConflictHandler(tools),
		'runbookResponse.tickItem': tickItemHandler(tools),
		'runbookResponse.startItem': startItemHandler(tools),
		'runbookResponse.skipItem': skipItemHandler(tools),
		'runbookResponse.addItem': addItemHandler(tools),
		'runbookResponse.recordDecision': recordDecisionHandler(tools),
		'runbookResponse.addHypothesis': addHypothesisHandler(tools),
		'runbookResponse.resolveHypothesis': resolveHypothesisHandler(tools),
		'runbookResponse.addActionItem': addActionItemHandler(tools),
		'runbookResponse.changeActionItem': changeActionItemHandler(tools),
	} satisfies Partial<Handlers>;
}
