import { checklistItems, isLeft, type ChecklistItem } from '../../core/incident/checklistItems';
import type { TouchedItem } from '../../core/incident/events/checklist';
import type { IncidentState } from '../../core/incident/model';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { itemsIn } from './argument';
import { pickRow, typeAndSave } from './ask';
import type { IncidentTools } from './incidentTools';
import { say } from './say';

const refusal = 'no item can be changed in it';
const stays = 'its checklist stays';

/** Marks items as done: the selected rows, or one picked from what is left. */
export function tickItemHandler({ session }: IncidentTools): Handler {
	return async (argument, selected) => {
		requireTrust(refusal);
		const { state, record } = session.requireOpen(stays);
		const items = await itemsFor(state, { argument, selected, title: 'Mark Item as Done' });
		for (const item of items) if (!state.items.get(item.item)?.done) await record('itemDone', item);
		if (items.length > 0) say(`Done: ${named(items)}`);
	};
}

export function startItemHandler({ session }: IncidentTools): Handler {
	return async (argument, selected) => {
		requireTrust(refusal);
		const { state, record } = session.requireOpen(stays);
		const items = await itemsFor(state, { argument, selected, title: 'Start Item' });
		for (const item of items) await record('itemStarted', item);
		if (items.length > 0) say(`Started: ${named(items)}`);
	};
}

/** Skips items for one reason. They count as neither done nor open. */
export function skipItemHandler({ session }: IncidentTools): Handler {
	return async (argument, selected) => {
		requireTrust(refusal);
		const { state, record } = session.requireOpen(stays);
		const items = await itemsFor(state, { argument, selected, title: 'Skip Item' });
		if (items.length === 0) return;
		const skipped = new Set<string>();
		await typeAndSave(
			{ title: `Skip: ${named(items)}`, prompt: 'Why is it not needed? The reason stands in the record' },
			async (why) => {
				// After a failure in the middle, only what is left is tried again.
				for (const item of items.filter(({ item: id }) => !skipped.has(id))) {
					await record('itemSkipped', { ...item, why });
					skipped.add(item.item);
				}
				say(`Skipped: ${named(items)}`);
			},
		);
	};
}

function named(items: readonly TouchedItem[]): string {
	const [first] = items;
	return items.length === 1 ? (first?.text ?? '') : `${items.length} items`;
}

interface ItemQuestion {
	readonly argument: unknown;
	readonly selected: unknown;
	readonly title: string;
}

async function itemsFor(
	state: IncidentState,
	{ argument, selected, title }: ItemQuestion,
): Promise<readonly TouchedItem[]> {
	const given = itemsIn(argument, selected, state);
	if (given.length > 0) return given;
	const rows = checklistItems(state).filter(isLeft).map(itemRow);
	if (rows.length === 0) throw new UserError('No item of this incident’s checklist is left.');
	const chosen = await pickRow(title, 'Which item?', rows);
	return chosen ? [chosen.touched] : [];
}

/** A row of a pick for an item, with where it stands. */
export function itemRow({ id, text, path, state }: ChecklistItem) {
	const description = [state === 'started' ? 'started' : '', ...path].filter(Boolean).join(' · ');
	return { label: plain(text), description: plain(description), touched: { item: id, text } };
}
