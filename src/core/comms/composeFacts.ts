import type { Channel, Role } from '../runbook/model';
import type { IncidentState, Instant, TimelineEntry } from '../incident/model';

/** What a message can be filled from. */
export interface ComposeFacts {
	readonly state: IncidentState;
	/** Roles of the runbook, so that `[Assign Technical Lead]` and `Comms:` find their holder. */
	readonly roles: readonly Role[];
	readonly channels: readonly Channel[];
	readonly now: Instant;
	/** When this audience is told again, from the cadence; `undefined` without one. */
	readonly nextUpdateAt: Instant | undefined;
	/** Writes a point in time for the readers of the message, such as `03:14 UTC`. */
	readonly time: (instant: Instant) => string;
}

/** The newest note that stands: what is being done now, as far as anybody wrote it down. */
export function latestNote({ timeline }: Pick<IncidentState, 'timeline'>): TimelineEntry | undefined {
	return [...timeline]
		.reverse()
		.find(({ kind, mark }) => kind === 'note' && mark !== 'retracted' && mark !== 'undone');
}

/** `12 minutes`, `1 h 5 min`; milliseconds in. */
export function lengthWords(milliseconds: number): string {
	const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (hours === 0) return `${minutes} minute${minutes === 1 ? '' : 's'}`;
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
