import { holdsScript } from '../../core/runbook/allScripts';
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
	if (!loaded || !holdsScript(loaded.runbook, script)) return [];
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
