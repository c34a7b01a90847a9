import type { IncidentState, ItemState, MintedItem } from './model';

/** An item of the incident's checklist with where it stands. */
export interface ChecklistItem extends MintedItem {
	readonly state: ItemState['state'];
	/** Why it was skipped. */
	readonly why: string | undefined;
}

/** The runbook's items, then those that people added. */
export function checklistItems(
	state: Pick<IncidentState, 'runbook' | 'addedItems' | 'items'>,
): readonly ChecklistItem[] {
	return [...(state.runbook?.items ?? []), ...state.addedItems].map(({ id, text, path }) => {
		const known = state.items.get(id);
		return { id, text, path, state: known?.state ?? 'open', why: known?.why };
	});
}

export function isLeft({ state }: Pick<ChecklistItem, 'state'>): boolean {
	return state === 'open' || state === 'started';
}
