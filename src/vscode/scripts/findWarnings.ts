import { scriptsOfItems } from '../../core/runbook/allScripts';
import type { Script } from '../../core/runbook/model';
import { fileElsewhere, scriptWarnings } from '../../core/scripts/warnings';
import type { RunbookSource } from '../runbookSource';

/** What lint says about a script of the loaded runbook; nothing about one of another document, or since edited. */
export async function findWarnings(
	script: Script,
	source: RunbookSource,
	now: number,
): Promise<readonly string[]> {
	const { loaded } = source;
	const own = loaded ? [...loaded.runbook.scripts, ...scriptsOfItems(loaded.runbook)] : [];
	if (!loaded || !own.some((one) => isSame(one, script))) return [];
	const { lintText } = await import('../../app/lint');
	const result = await lintText({
		path: loaded.path,
		text: loaded.text,
		now,
		tree: undefined,
		isRunbook: true,
	});
	const elsewhere = fileElsewhere(script);
	return [...scriptWarnings(script, result?.findings ?? []), ...(elsewhere === undefined ? [] : [elsewhere])];
}

function isSame(left: Script, right: Script): boolean {
	return left.line === right.line && left.text === right.text;
}
