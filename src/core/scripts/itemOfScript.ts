import { commandsOf } from '../runbook/allScripts';
import type { Item, Runbook, Script, Step } from '../runbook/model';

/**
 * The item or step that a script belongs to: the one that names it or holds its code block, else the only one that
 * names the very same command. `undefined` when there is none, or more than one.
 */
export function itemOfScript(script: Script, runbook: Runbook): Item | Step | undefined {
	const items = [
		...runbook.phases.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
		...runbook.procedures.flatMap(({ steps }) => steps),
	];
	const around = items.find(({ line }) => line === script.itemLine);
	if (around) return around;
	const commands = commandsOf(script);
	const naming = items.filter(({ scripts }) => scripts.some((own) => commandsOf(own) === commands));
	return naming.length === 1 ? naming[0] : undefined;
}
