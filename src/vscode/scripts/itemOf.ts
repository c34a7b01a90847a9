import type { TouchedItem } from '../../core/incident/events/checklist';
import { referTo } from '../../core/incident/reference';
import { recordedIds } from '../../core/incident/reviseRunbook';
import { holdsScript } from '../../core/runbook/allScripts';
import type { Script } from '../../core/runbook/model';
import { recordedId } from '../../core/runbook/tree';
import { itemOfScript } from '../../core/scripts/itemOfScript';
import type { IncidentSession } from '../incidentSession';
import type { RunbookSource } from '../runbookSource';
import { checklistBranch } from '../views/checklistRows';

interface Places {
	readonly source: Pick<RunbookSource, 'loaded'>;
	readonly session: Pick<IncidentSession, 'current'>;
}

/** The checklist item a script is run for: the row it was chosen on, else the one that the runbook ties it to. */
export function itemOf(
	script: Script,
	argument: unknown,
	{ source: { loaded }, session: { current } }: Places,
): TouchedItem | undefined {
	const branch = checklistBranch(argument);
	if (branch?.kind === 'item') return { item: branch.tickable.id, text: branch.tickable.item.text };
	if (!loaded || !current || !holdsScript(loaded.runbook, script)) return undefined;
	const item = itemOfScript(script, loaded.runbook);
	if (!item) return undefined;
	const own = current.runbook?.path ?? loaded.path;
	const ids =
		own === loaded.path ? recordedIds(current, referTo(loaded.runbook, own, loaded.sha256)) : undefined;
	return { item: recordedId(loaded.path, ids?.get(item.id) ?? item.id, own), text: item.text };
}
