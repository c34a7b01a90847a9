import type { Severity } from '../incident/model';
import { isForSeverity } from './filter';
import type { Runbook } from './model';

/** Ids, as read, of the items that a running incident of this severity does not ask for: for later, or for others. */
export function itemsNotNow({ phases }: Pick<Runbook, 'phases'>, severity: Severity): readonly string[] {
	return phases.flatMap((phase) =>
		phase.groups.flatMap((group) => {
			const later = (group.window ?? phase.window)?.from === 'resolved';
			return group.items.filter((item) => later || !isForSeverity(item, severity)).map(({ id }) => id);
		}),
	);
}
