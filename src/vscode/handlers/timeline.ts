import type { TimelineFilter } from '../../core/incident/timelineFilter';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import type { IncidentSession } from '../incidentSession';
import { requireTrust } from '../trust';
import type { StateDocuments } from '../views/stateDocuments';
import type { TimelineChoice } from '../views/timelineFilter';
import { timelineEntry } from '../views/timelineTree';

export function filterTimelineHandler(choice: TimelineChoice, filter: TimelineFilter): Handler {
	return () => choice.set(filter);
}

/** Keeps an entry among the milestones, or lets it go again. */
export function pinHandler(session: IncidentSession, pinned: boolean): Handler {
	return async (argument) => {
		requireTrust('no incident can be changed in it');
		const entry = timelineEntry(argument);
		if (!entry) return;
		await session.requireCurrent().record('entryPinned', { entry: entry.eventId, pinned });
	};
}

/** The state of the current incident, else of the one declared last. */
export function showStateHandler(session: IncidentSession, documents: StateDocuments): Handler {
	return async () => {
		const state = session.current ?? session.all[0];
		if (!state) throw new UserError('There is no incident to show. Declare one first.');
		await documents.show(state);
	};
}
