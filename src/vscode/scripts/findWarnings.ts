import type { Script } from '../../core/runbook/model';
import { scriptWarnings } from '../../core/scripts/warnings';
import type { RunbookSource } from '../runbookSource';

/** What lint says about a script of the loaded runbook; nothing about one of another document, or since edited. */
export async function findWarnings(
	script: Script,
	source: RunbookSource,
	now: number,
): Promise<readonly string[]> {
	const { loaded } = source;
	const isOfIt = loaded?.runbook.scripts.some(
		({ line, text }) => line === script.line && text === script.text,
	);
	if (!loaded || isOfIt !== true) return [];
	const { lintText } = await import('../../app/lint');
	const result = await lintText({
		path: loaded.path,
		text: loaded.text,
		now,
		tree: undefined,
		isRunbook: true,
	});
	return scriptWarnings(script, result?.findings ?? []);
}
