import type { IncidentState, ItemState, MintedItem } from './model';

/** Everything that can be ticked: the runbook's items as revised last, then those people added. */
export function checklistItems(state: IncidentState): readonly MintedItem[] {
	return [...(state.runbook?.items ?? []), ...state.addedItems];
}

/** Items neither done nor skipped, in order. */
export function outstandingItems(state: IncidentState): readonly MintedItem[] {
	return checklistItems(state).filter(({ id }) => !isSettled(state.items.get(id)));
}

function isSettled(item: ItemState | undefined): boolean {
	return item?.state === 'done' || item?.state === 'skipped';
}
