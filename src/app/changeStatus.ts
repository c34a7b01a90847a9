import type { IncidentState, Instant, Status } from '../core/incident/model';
import type { Incidents } from './incidents';

export interface StatusChange {
	readonly incidents: Pick<Incidents, 'record'>;
	readonly state: IncidentState;
	readonly status: Status;
	readonly now: Instant;
}

/** Records a new status. Who begins to monitor has mitigated: that milestone is set with it, unless it is known. */
export async function changeStatus({ incidents, state, status, now }: StatusChange): Promise<void> {
	await incidents.record(state.id, 'statusChanged', { status });
	if (status !== 'monitoring' || state.milestones.has('mitigatedAt')) return;
	await incidents.record(state.id, 'milestoneSet', { milestone: 'mitigatedAt', at: now, before: undefined });
}
