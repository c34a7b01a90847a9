import type { Sha256 } from '../ports';
import type { Script } from '../runbook/model';
import { exitCodeSaysNothing, lineChecks } from './lineChecks';
import { findScriptPlaceholders } from './placeholders';

/** A script with how its runs are recognised in a record. Made once a runbook: it reads every text. */
export interface KnownScript {
	readonly script: Script;
	/** Of its text as it stands in the runbook. */
	readonly sha256: string;
	/** Its gaps make another text of it each time, so its runs are known by its title. */
	readonly hasGaps: boolean;
	/** Its commands, where they can be run one by one. */
	readonly lines: readonly { readonly title: string; readonly sha256: string }[];
}

export function knownScripts(scripts: readonly Script[], sha256: Sha256): readonly KnownScript[] {
	return scripts.map((script) => ({
		script,
		sha256: sha256(script.text),
		// Which variables will be set is not known here: each counts as a gap.
		hasGaps: findScriptPlaceholders({ ...script, isSet: () => false }).length > 0,
		lines: linesOf(script).map(({ title, text }) => ({ title, sha256: sha256(text) })),
	}));
}

function linesOf(script: Script): readonly { readonly title: string; readonly text: string }[] {
	return exitCodeSaysNothing(script) ? (lineChecks(script) ?? []) : [];
}
