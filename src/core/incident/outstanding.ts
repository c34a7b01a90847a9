import { checklistItems, isLeft, type ChecklistItem } from './checklistItems';
import type { IncidentState } from './model';

/** What is not finished when an incident is about to be resolved. */
export interface Outstanding {
	readonly items: readonly ChecklistItem[];
	/** Items that count: those not for later and not for another severity. */
	readonly total: number;
	readonly skipped: number;
	/** Titles of scripts that were started and never told how they ended. */
	readonly running: readonly string[];
	/** Roles offered and not accepted. */
	readonly offers: readonly string[];
	readonly conflicts: number;
}

/** `notNow`: ids of items for after the incident, or for another severity; they are not held against it. */
export function outstandingOf(state: IncidentState, notNow: ReadonlySet<string>): Outstanding {
	const asked = checklistItems(state).filter(({ id }) => !notNow.has(id));
	return {
		items: asked.filter(isLeft),
		total: asked.length,
		skipped: asked.filter((item) => item.state === 'skipped').length,
		running: [...state.runs.values()].filter(({ outcome }) => !outcome).map(({ title }) => title),
		offers: [...state.offers.keys()],
		conflicts: state.conflicts.size,
	};
}

/** One line each; the first is about the checklist. */
export function outstandingWords(left: Outstanding): readonly string[] {
	return [
		itemWords(left),
		left.running.length > 0 ? `No result from: ${left.running.join(', ')}.` : '',
		left.offers.length > 0 ? `Offered and not accepted: ${left.offers.join(', ')}.` : '',
		left.conflicts > 0 ? `${left.conflicts} conflict${left.conflicts === 1 ? '' : 's'} not settled.` : '',
	].filter(Boolean);
}

function itemWords({ items, total, skipped }: Outstanding): string {
	const also = skipped > 0 ? ` (${skipped} skipped)` : '';
	if (total === 0) return 'There is no checklist.';
	if (items.length === 0) return `Every checklist item is done${also}.`;
	return `${items.length} of ${total} checklist items ${items.length === 1 ? 'is' : 'are'} not done${also}.`;
}
