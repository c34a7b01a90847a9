import type { Group, Item, Phase } from '../../runbook/model';
import { spotOf } from '../document';
import type { Rule } from '../rule';

export const duplicateItem: Rule = {
	code: 'duplicate-item',
	severity: 'warning',
	summary: 'The same item stands twice in one group.',
	check(document) {
		return groupsOf(document.runbook.phases).flatMap(({ group }) => {
			const first = new Map<string, Item>();
			const parents = parentsOf(group.items);
			return group.items.flatMap((item, index) => {
				// Below different items the same words are different steps.
				const key = `${parents[index]?.id ?? ''} ${item.text.toLowerCase()}`;
				const earlier = first.get(key);
				if (!earlier) first.set(key, item);
				const subject = item.label ?? item.text;
				return earlier ? [{ ...spotOf(document, item.line, ''), subject, detail: String(earlier.line) }] : [];
			});
		});
	},
};

/** These name what is arranged now to happen later: `Schedule postmortem: Within 48 hours`. */
const arranges = /\b(?:schedul|plan|book|agend|programar)\w*/i;

export const dueOutsidePhase: Rule = {
	code: 'due-outside-phase',
	severity: 'warning',
	summary: 'An item is due later than the phase or group it stands in ends.',
	check(document) {
		return groupsOf(document.runbook.phases).flatMap(({ group, phase }) => {
			const window = group.window ?? phase.window;
			const end = window?.endMin;
			if (end === undefined) return [];
			return group.items.flatMap(({ dueMin, text, label, line }) =>
				dueMin === undefined || dueMin <= end || arranges.test(text)
					? []
					: [
							{
								...spotOf(document, line, label ?? text),
								subject: label ?? text,
								detail: `${dueMin} ${end}`,
							},
						],
			);
		});
	},
};

function groupsOf(phases: readonly Phase[]): readonly { readonly group: Group; readonly phase: Phase }[] {
	return phases.flatMap((phase) => phase.groups.map((group) => ({ group, phase })));
}

/** For each item the one it is nested in. */
function parentsOf(items: readonly Item[]): readonly (Item | undefined)[] {
	const open: Item[] = [];
	return items.map((item) => {
		while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop();
		const parent = open.at(-1);
		open.push(item);
		return parent;
	});
}
