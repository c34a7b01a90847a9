import type { Audience, Instant } from '../incident/model';

/** What a clock of the response is about. */
export type DueKind = 'update' | 'phase' | 'item' | 'escalation' | 'commander' | 'offer' | 'postmortem';

/** What doing it means. */
export type DueAction =
	| { readonly kind: 'postUpdate'; readonly audience: Audience }
	/** `level` counts from 1. */
	| { readonly kind: 'escalate'; readonly level: number }
	| { readonly kind: 'escalateToAll'; readonly exception: string }
	| { readonly kind: 'assignRole'; readonly role: string }
	/** `item` is the id its events carry. */
	| { readonly kind: 'lookAtItem'; readonly item: string }
	| { readonly kind: 'lookAtPhase'; readonly title: string }
	| { readonly kind: 'writePostmortem' };

/** One thing that is due at a time, and what in the runbook says so. */
export interface DueItem {
	/** Of the clock, the same as long as it is about the same thing: a reminder is put off by it. */
	readonly id: string;
	readonly kind: DueKind;
	/** A subject for “is due”: `Status page update`. On one line. */
	readonly title: string;
	/** What it counts from: the last update, the declaration, the page before. */
	readonly from: Instant;
	readonly dueAt: Instant;
	/** When to speak of it: `dueAt`, or later when somebody put it off. */
	readonly remindAt: Instant;
	/** Minutes. */
	readonly everyMin: number | undefined;
	/** Why it is due, in words: `SEV-1: every 30 min`. */
	readonly because: string;
	/** Of the runbook, 1-based; `undefined` when the runbook does not say it. */
	readonly line: number | undefined;
	/** The role that answers for it, as the runbook writes it, or the person it waits for. */
	readonly who: string | undefined;
	/** `only if customer-facing`: for a person to judge. */
	readonly condition: string | undefined;
	readonly action: DueAction;
}

/** A clock before it is known whether it was put off. */
export type Clock = Omit<DueItem, 'remindAt'>;

export const minuteMs = 60_000;
