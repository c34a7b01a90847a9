import type { Clock, Ids } from '../../core/ports';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';

/** What the commands of an incident work with. */
export interface IncidentTools {
	readonly session: IncidentSession;
	readonly source: RunbookSource;
	readonly clock: Clock;
	readonly ids: Ids;
}
