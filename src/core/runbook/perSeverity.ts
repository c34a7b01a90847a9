import type { Severity } from '../incident/model';
import { readCadenceText } from '../schedule/cadenceText';
import { findSeverities, type SeverityScheme } from './severityWords';

const everyWord = /\b(?:every|hourly|daily|weekly|each|cada)\b/i;

/**
 * `Every 15 min for SEV-1, 30 min for SEV-2`, `hourly for P1, daily for P2`: one entry a severity. What follows a comma
 * goes on with "every". Empty when the text speaks of no cadence or no severity.
 */
export function readPerSeverity(
	text: string,
	scheme: SeverityScheme,
): readonly { readonly severity: Severity; readonly everyMin: number }[] {
	if (!everyWord.test(text)) return [];
	return text.split(/\s*[,;]\s*/).flatMap((part) => {
		const { everyMin } = readCadenceText(everyWord.test(part) ? part : `every ${part}`);
		if (everyMin === undefined) return [];
		return findSeverities(part, scheme).map((severity) => ({ severity, everyMin }));
	});
}
