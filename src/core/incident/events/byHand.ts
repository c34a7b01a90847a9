import { hasShape, isString, oneOf, optional } from '../guards';
import type { EventRules } from '../rule';

const results = ['worked', 'failed'] as const;

/** What a person ran themselves, outside of this program: their word, not ours. Who it was is the event's `by`. */
export interface ByHandEvents {
	readonly scriptDoneByHand: {
		readonly title: string;
		/** Of the exact text that was shown to them, secrets masked. */
		readonly sha256: string;
		readonly result: (typeof results)[number];
		readonly item?: string | undefined;
	};
}

export const byHandRules: EventRules<ByHandEvents> = {
	scriptDoneByHand: {
		isData: hasShape({ title: isString, sha256: isString, result: oneOf(results), item: optional(isString) }),
		kind: 'script',
		describe: ({ title, result }) => `Done by hand, ${result}: ${title}`,
		undoable: true,
	},
};
