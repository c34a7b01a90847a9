import { addedOf } from '../core/insights/coverage';
import { proposeChanges, type ProposedRunbook } from '../core/insights/proposals';
import { apartOf, incidentReport, type IncidentRecord, type IncidentReport } from '../core/insights/report';
import type { LoadedRunbook } from './runbooks';

/** What all incidents say; items are counted for this runbook, or for every one when there is none. */
export function buildReport(
	records: readonly IncidentRecord[],
	runbook: LoadedRunbook | undefined,
	now: number,
): IncidentReport {
	return incidentReport({ records, cadences: runbook?.runbook.cadences ?? [], runbook: runbook?.path, now });
}

/** The runbook with what its real incidents ask for. @param now milliseconds since 1970 */
export function proposeRunbook(
	records: readonly IncidentRecord[],
	loaded: LoadedRunbook,
	now: number,
): ProposedRunbook {
	const { coverage } = buildReport(records, loaded, now);
	const own = records
		.map(({ state }) => state)
		.filter((state) => apartOf(state) === undefined && state.runbook?.path === loaded.path);
	return proposeChanges(loaded.text, loaded.runbook, { coverage, added: addedOf(own) });
}
