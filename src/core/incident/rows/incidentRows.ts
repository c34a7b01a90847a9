import type { IncidentState } from '../model';
import { conflictRows } from './conflictRows';
import { dueRows } from './dueRows';
import { escalationRows } from './escalationRows';
import { severityRow, statusRow, titleRow } from './headRows';
import { linkRows, otherRows, peopleRows, updateRows } from './peopleRows';
import { messageRows } from './messageRows';
import { roleRows } from './roleRows';
import type { IncidentFacts, IncidentRow, RowRule } from './row';
import { actionItemRows, decisionRows, deployRows, hypothesisRows } from './thinkingRows';
import { timeRows } from './timeRows';

/** What the view shows, from the top: first what has to be known and settled now, last what can wait. */
const rules: readonly RowRule[] = [
	titleRow,
	severityRow,
	statusRow,
	conflictRows,
	otherRows,
	messageRows,
	dueRows,
	escalationRows,
	roleRows,
	deployRows,
	hypothesisRows,
	decisionRows,
	updateRows,
	timeRows,
	actionItemRows,
	peopleRows,
	linkRows,
];

/** The rows of the Incident view. Parts about which nothing is known have none. */
export function incidentRows(state: IncidentState, facts: IncidentFacts): readonly IncidentRow[] {
	return rules.flatMap((rule) => rule(state, facts));
}
