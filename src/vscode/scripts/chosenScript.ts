import type { Script } from '../../core/runbook/model';
import { checklistBranch } from '../views/checklistRows';

/** What a click above a code block passes, or on a row that is a script's. */
export interface ChosenScript {
	readonly script: Script;
}

/** The scripts a command was invoked on: one, or those that an item of the checklist names; else none. */
export function chosenScripts(argument: unknown): readonly Script[] {
	const branch = checklistBranch(argument);
	if (branch?.kind === 'item') return branch.tickable.item.scripts;
	if (typeof argument !== 'object' || argument === null || !('script' in argument)) return [];
	const { script } = argument as Partial<ChosenScript>;
	return script ? [script] : [];
}
