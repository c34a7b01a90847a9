import type { Runbook } from '../runbook/model';
import type { RunbookReference } from './model';

/** What a declaration keeps of the runbook: where it was, what it said, and the items with their ids. */
export function referTo(runbook: Runbook, path: string, sha256: string): RunbookReference {
	const items = runbook.phases.flatMap((phase) =>
		phase.groups.flatMap((group) =>
			group.items.map(({ id, text }) => ({ id, text, path: [phase.title, group.title].filter(Boolean) })),
		),
	);
	return { path, sha256, items };
}
