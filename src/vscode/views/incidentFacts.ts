import type { IncidentState } from '../../core/incident/model';
import type { Clock } from '../../core/ports';
import { foreignItems } from '../../core/stateDocument/foreignItems';
import type { StateFacts } from '../../core/stateDocument/facts';
import type { AgendaSource } from '../agendaSource';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';

/** What the Incident view and the state document read. */
export interface IncidentParts {
	readonly session: Pick<IncidentSession, 'current' | 'open' | 'all' | 'onDidChange'>;
	readonly source: Pick<RunbookSource, 'uri' | 'onDidChange'>;
	readonly agenda: Pick<AgendaSource, 'of' | 'runbookOf'>;
	readonly clock: Clock;
}

/** What is known beside the record. */
export function gatherFacts({ session, agenda, clock }: IncidentParts, state: IncidentState): StateFacts {
	const runbook = agenda.runbookOf(state);
	const now = clock.now();
	return {
		now,
		roles: runbook?.roles ?? [],
		levels: runbook?.escalation.levels ?? [],
		contacts: runbook?.contacts ?? [],
		agenda: agenda.of(state),
		others: session.open.filter(({ id }) => id !== state.id),
		foreign: foreignItems(state.runbook, runbook, state.severity),
	};
}
