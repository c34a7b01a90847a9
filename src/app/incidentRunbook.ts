import type { IncidentState } from '../core/incident/model';
import { isUserError } from '../core/userError';
import { loadRunbook, type LoadedRunbook, type RunbookReader } from './runbooks';

/** The runbook an incident was declared with, as it is now; `undefined` when it had none or it cannot be read. */
export async function incidentRunbook(
	reader: RunbookReader,
	{ runbook }: Pick<IncidentState, 'runbook'>,
): Promise<LoadedRunbook | undefined> {
	if (runbook === undefined) return undefined;
	try {
		return await loadRunbook(reader, runbook.path);
	} catch (error) {
		// The runbook may be gone by the time the postmortem is written: then its cadences are not told.
		if (isUserError(error)) return undefined;
		throw error;
	}
}
