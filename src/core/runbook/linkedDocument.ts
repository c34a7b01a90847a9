import type { Runbook } from './model';

/** A document beside the runbook, read for its checklist; or one sentence about why it cannot be. */
export type LinkedDocument =
	| { readonly kind: 'loaded'; readonly runbook: Runbook }
	| { readonly kind: 'problem'; readonly message: string };
