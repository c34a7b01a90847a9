import type { Script } from '../../core/runbook/model';

/** What a click above a code block passes, or on a row that is a script's. */
export interface ChosenScript {
	readonly script: Script;
}

/** What a command was invoked on, when that is a script. */
export function chosenScript(argument: unknown): ChosenScript | undefined {
	if (typeof argument !== 'object' || argument === null || !('script' in argument)) return undefined;
	const { script } = argument as Partial<ChosenScript>;
	return script && { script };
}
