import type { ActionKind } from '../incident/model';
import type { ActionItem } from './facts';
import { foldLabel } from './labels';
import type { ActionSlot } from './slots';

/** Where a template splits its action items, what the parts are called. */
const partWords: Readonly<Record<ActionKind, RegExp>> = {
	mitigate: /\b(?:mitigat\w*|immediate\w*|short|quick|corrective|p0)\b/u,
	prevent: /\b(?:prevent\w*|long|technical|permanent|engineering)\b/u,
	detect: /\b(?:detect\w*|monitor\w*|alert\w*|observability|medium|mid)\b/u,
	process: /\b(?:process\w*|procedur\w*|organi[sz]ation\w*|people|training)\b/u,
};

/** Which items go where: all to the only place; among several by the name of the place, else to the first. */
export function shareActions(
	slots: readonly ActionSlot[],
	items: readonly ActionItem[],
): ReadonlyMap<ActionSlot, readonly ActionItem[]> {
	const shares = new Map<ActionSlot, ActionItem[]>();
	for (const item of items) {
		const words = item.kind === undefined ? undefined : partWords[item.kind];
		const slot = slots.find(({ label }) => words?.test(foldLabel(label)) === true) ?? slots[0];
		if (slot !== undefined) {
			shares.set(slot, [...(shares.get(slot) ?? []), item]);
		}
	}
	return shares;
}
