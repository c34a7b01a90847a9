import { checklistItems } from '../../core/incident/checklistItems';
import type { TouchedItem } from '../../core/incident/events/checklist';
import type { IncidentState } from '../../core/incident/model';
import type { RowKind } from '../../core/incident/rows/row';
import { checklistBranch } from '../views/checklistRows';
import { incidentSubject } from '../views/incidentTree';

/** What a command asks of its argument -> the rows of the Incident view that say it. */
const subjects: Readonly<Record<string, readonly RowKind[]>> = {
	role: ['vacantRole', 'heldRole', 'offeredRole'],
	key: ['conflict'],
	id: ['hypothesis', 'actionItem', 'otherIncident'],
};

/** A text that a command's argument carries, by itself or as a row of the Incident view. */
export function textIn(argument: unknown, name: string): string | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	const subject = incidentSubject(argument, ...(subjects[name] ?? []));
	if (subject !== undefined) return subject;
	const value = (argument as Readonly<Record<string, unknown>>)[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The timeline entry a command was invoked on, by the id of its event. */
export function entryIn(argument: unknown): string | undefined {
	if (typeof argument !== 'object' || argument === null) return undefined;
	return textIn(argument, 'eventId') ?? ('entry' in argument ? textIn(argument.entry, 'eventId') : undefined);
}

/** The incident a command was invoked on, when it is one of these. */
export function incidentIn(argument: unknown, all: readonly IncidentState[]): string | undefined {
	const id = textIn(argument, 'id');
	return all.find((state) => state.id === id)?.id;
}

/** The items a command was invoked on: rows of the checklist, or `{ item: id }` for one of the incident's items. */
export function itemsIn(argument: unknown, selected: unknown, state: IncidentState): readonly TouchedItem[] {
	const nodes: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [argument];
	return nodes.flatMap((node) => itemOf(node, state) ?? []);
}

function itemOf(node: unknown, state: IncidentState): TouchedItem | undefined {
	const branch = checklistBranch(node);
	if (branch?.kind === 'item') return { item: branch.tickable.id, text: branch.tickable.item.text };
	const id = textIn(node, 'item');
	const known = checklistItems(state).find((item) => item.id === id);
	return known && { item: known.id, text: known.text };
}
