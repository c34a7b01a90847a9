import type { IncidentState } from '../incident/model';
import { isForSeverity } from '../runbook/filter';
import type { Group, Item, Phase, Runbook } from '../runbook/model';
import type { TimeWindow } from './window';

/** An item that is still to be done, with the id its events carry. */
export interface OpenItem {
	readonly id: string;
	readonly item: Item;
	readonly group: Group;
	/** What its minutes count from. */
	readonly from: TimeWindow['from'];
}

/** What of a runbook's checklist is left for this incident. */
export interface OpenItems {
	readonly of: (group: Group) => readonly Item[];
	readonly all: () => readonly OpenItem[];
	/** Whether the item on that line is done or skipped, or every item under the heading on it. */
	readonly isSettled: (line: number) => boolean;
}

/** Items for other severities are nobody's work; done and skipped ones are settled. */
export function openItems(state: IncidentState, { phases }: Runbook): OpenItems {
	const idOf = recordedIds(state);
	const isSettled = ({ id }: Item): boolean => {
		const touched = state.items.get(idOf(id))?.state;
		return touched === 'done' || touched === 'skipped';
	};
	const of = ({ items }: Group): readonly Item[] =>
		items.filter((item) => !isSettled(item) && isForSeverity(item, state.severity));
	const groups = phases.flatMap((phase) => phase.groups.map((group) => ({ phase, group })));
	const itemAt = new Map(
		groups.flatMap(({ group }) => group.items.map((item) => [item.line, item] as const)),
	);
	const groupAt = new Map(groups.map(({ group }) => [group.line, group]));
	return {
		of,
		all: () =>
			groups.flatMap(({ phase, group }) =>
				of(group).map((item) => ({ id: idOf(item.id), item, group, from: anchorOf(phase, group) })),
			),
		isSettled: (line) => {
			const [item, group] = [itemAt.get(line), groupAt.get(line)];
			if (item) return isSettled(item);
			return group !== undefined && group.items.length > 0 && of(group).length === 0;
		},
	};
}

function anchorOf(phase: Phase, group: Group): TimeWindow['from'] {
	return (group.window ?? phase.window)?.from ?? 'declared';
}

/** An item keeps the id it was minted with, though a reader of the revised runbook computes another one. */
function recordedIds({ runbook }: IncidentState): (id: string) => string {
	const minted = new Map(
		runbook?.items.flatMap(({ id, as }) => (as === undefined ? [] : [[as, id] as const])),
	);
	return (id) => minted.get(id) ?? id;
}
