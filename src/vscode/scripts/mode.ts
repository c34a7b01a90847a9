import { UserError } from '../../core/userError';
import { readSettings } from '../settings';

/** On a machine that only instructs, nothing runs, whichever command is called. */
export function requireRunning(): void {
	if (readSettings(undefined).scriptsRun) return;
	throw new UserError(
		'Scripts are not run from this machine (setting runbookResponse.scripts.mode). Use “Incident: Mark as Done by Hand…”: it shows and copies the exact text, and records what you did.',
	);
}
