import { loadRunbook } from '../app/runbooks';
import type { IncidentState } from '../core/incident/model';
import type { Runbook } from '../core/runbook/model';
import { isUserError } from '../core/userError';
import type { CliContext } from './verb';

/** The runbook of an incident as it is now; when it cannot be read, one warning and `undefined`. */
export async function incidentRunbook(
	context: CliContext,
	{ runbook }: Pick<IncidentState, 'runbook'>,
): Promise<Runbook | undefined> {
	if (!runbook) return undefined;
	try {
		return (await loadRunbook(context.reader, runbook.path)).runbook;
	} catch (error) {
		if (!isUserError(error)) throw error;
		context.warn(error.message);
		return undefined;
	}
}
