import type { MintedItem } from '../../src/core/incident/model';
import { parseRunbook } from '../../src/core/runbook/parse';

/** The items of a runbook as a declaration would record them. */
export function itemsToMint(text: string): readonly MintedItem[] {
	return parseRunbook(text).phases.flatMap((phase) =>
		phase.groups.flatMap((group) =>
			group.items.map(({ id, text: words }) => ({ id, text: words, path: [phase.title, group.title] })),
		),
	);
}
