import type { LintDocument, LintWorld } from './document';
import type { LintSeverity, RuleCode, Spot } from './finding';

/** One row of the table of rules. */
export interface Rule {
	readonly code: RuleCode;
	readonly severity: LintSeverity;
	/** One sentence about what it finds, for lists of rules. */
	readonly summary: string;
	/** Total: any document yields spots. */
	readonly check: (document: LintDocument, world: LintWorld) => readonly Spot[];
}
