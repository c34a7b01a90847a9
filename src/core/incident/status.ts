import type { IncidentState, Status } from './model';

const ended: ReadonlySet<Status> = new Set(['resolved', 'closed', 'cancelled']);

/** Whether a status ends the incident's clock. */
export function isEnded(status: Status): boolean {
	return ended.has(status);
}

export function isOpen({ status }: Pick<IncidentState, 'status'>): boolean {
	return !isEnded(status);
}
