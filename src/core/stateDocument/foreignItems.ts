import type { RunbookReference, Severity } from '../incident/model';
import { isForSeverity } from '../runbook/filter';
import type { Runbook } from '../runbook/model';

/** Ids, as the incident minted them, of the runbook's items that are not for a severity. */
export function foreignItems(
	reference: RunbookReference | undefined,
	runbook: Pick<Runbook, 'phases'> | undefined,
	severity: Severity,
): ReadonlySet<string> {
	const items = (runbook?.phases ?? []).flatMap(({ groups }) => groups.flatMap((group) => group.items));
	const foreign = new Set(items.filter((item) => !isForSeverity(item, severity)).map(({ id }) => id));
	return new Set((reference?.items ?? []).flatMap(({ id, as }) => (foreign.has(as ?? id) ? [id] : [])));
}
