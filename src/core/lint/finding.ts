/** How much a finding matters during an incident: `error` breaks the response, `information` is good to know. */
export type LintSeverity = 'error' | 'warning' | 'information';

/** Stable forever: they stand in suppression comments and in other people's reports. */
export type RuleCode =
	| 'unresolved-link'
	| 'unresolved-anchor'
	| 'missing-script'
	| 'unfilled-placeholder'
	| 'stale-last-updated'
	| 'missing-last-updated'
	| 'missing-owner'
	| 'severity-without-cadence'
	| 'escalation-level-without-contact'
	| 'duplicate-item'
	| 'commander-hands-on'
	| 'scribe-hands-on'
	| 'script-cannot-fail'
	| 'destructive-without-check'
	| 'unlabelled-shell-fence'
	| 'due-outside-phase'
	| 'unknown-lint-code';

/** A place with what is wrong there, as data; `lint/words.ts` makes the sentence. */
export interface Spot {
	/** 1-based, as are the columns; columns count UTF-16 units and `endColumn` is exclusive. */
	readonly line: number;
	readonly column: number;
	readonly endColumn: number;
	/** What the sentence is about: a target, a name, a command. */
	readonly subject: string;
	/** What goes with it: the near name of a link, the window of a due time. */
	readonly detail: string | undefined;
}

export interface Finding extends Spot {
	readonly code: RuleCode;
	readonly severity: LintSeverity;
}
