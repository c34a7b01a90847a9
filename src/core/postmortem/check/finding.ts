import type { Spot } from '../../lint/finding';

/** Stable: they stand in other people's reports. */
export type CheckCode =
	| 'open-place'
	| 'action-without-owner'
	| 'action-without-due'
	| 'times-out-of-order'
	| 'blame'
	| 'no-impact-number'
	| 'single-root-cause';

/** What a review would ask about a postmortem, as data; `words.ts` makes the sentence. */
export interface CheckFinding extends Spot {
	readonly code: CheckCode;
}
