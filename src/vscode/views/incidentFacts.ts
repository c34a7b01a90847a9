import type { IncidentState, Instant } from '../../core/incident/model';
import type { DueRow } from '../../core/incident/rows/row';
import type { Clock } from '../../core/ports';
import type { Runbook } from '../../core/runbook/model';
import { foreignItems } from '../../core/stateDocument/foreignItems';
import type { StateFacts } from '../../core/stateDocument/facts';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';

/** What is due, soonest first, by the runbook's clocks. */
export type Agenda = (state: IncidentState, runbook: Runbook | undefined, now: Instant) => readonly DueRow[];

/** What the Incident view and the state document read. */
export interface IncidentParts {
	readonly session: Pick<IncidentSession, 'current' | 'open' | 'all' | 'onDidChange'>;
	readonly source: Pick<RunbookSource, 'loaded' | 'uri' | 'onDidChange'>;
	readonly clock: Clock;
	/** Without one nothing is shown as due. */
	readonly agenda?: Agenda | undefined;
}

/** What is known beside the record. Another runbook than the incident's own says nothing about it. */
export function gatherFacts(parts: IncidentParts, state: IncidentState): StateFacts {
	const { session, source, clock, agenda } = parts;
	const { loaded } = source;
	const isOwn = state.runbook === undefined || state.runbook.path === loaded?.path;
	const runbook = isOwn ? loaded?.runbook : undefined;
	const now = clock.now();
	return {
		now,
		roles: runbook?.roles ?? [],
		levels: runbook?.escalation.levels ?? [],
		contacts: runbook?.contacts ?? [],
		agenda: agenda?.(state, runbook, now) ?? [],
		others: session.open.filter(({ id }) => id !== state.id),
		foreign: foreignItems(state.runbook, runbook, state.severity),
	};
}
