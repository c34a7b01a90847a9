import { parseWindow, type TimeWindow } from '../schedule/window';
import { plainText } from './inline';
import type { GroupCadence } from './model';
import { readPerSeverity } from './perSeverity';
import type { SeverityScheme } from './severityWords';

/** A heading taken apart: `Immediate Actions (IC)` or `Follow-up (Within 24 hours)`. */
export interface HeadingText {
	/** Without emoji, trailing colon, and the bracket when it was understood. */
	readonly title: string;
	readonly window: TimeWindow | undefined;
	readonly role: string | undefined;
	readonly cadence: readonly GroupCadence[];
}

/**
 * Words that make a bracket a role: `(IC)`, `(Technical Lead)`, `(All Roles)`, `(IC Decision)`, `(On-Call)`.
 * Roles the runbook itself defines count too.
 */
const roleWord =
	/\b(IC|lead|commander|manager|on-?call|responders?|scribe|liaison|engineers?|comms|communications|deputy|roles|everyone|admin|SRE|DBA|CTO|CEO|ops|support|security|team|leadership)\b/i;

/** `(if support is down)`, `(see security)`: a condition or a reference, not a role. */
const condition =
	/^(?:if|when|unless|until|see|e\.?g|i\.?e|for|with|without|optional|only|not|and|or|after|before)\b/i;

/** A document without a level 0; for headings read where no severities are asked for. */
const plainScheme: SeverityScheme = { sev: 1, p: 1 };
const noRoles: ReadonlySet<string> = new Set();

/** Grammar: `title [("(" | "[") window-or-cadence-or-role (")" | "]")] [":"]`. Roles are the names the runbook defines. */
export function readHeading(
	source: string,
	roles: ReadonlySet<string> = noRoles,
	scheme: SeverityScheme = plainScheme,
): HeadingText {
	const text = withoutEmoji(plainText(source)).replace(/\s*:$/, '');
	const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
	const [before, bracket] = [match?.[1], match?.[2]?.trim()];
	if (before === undefined || bracket === undefined) {
		return { title: text, window: parseWindow(text), role: undefined, cadence: [] };
	}
	const cadence = readPerSeverity(bracket, scheme);
	if (cadence.length > 0) return { title: before, window: parseWindow(before), role: undefined, cadence };
	const window = parseWindow(bracket);
	if (window) return { title: before, window, role: undefined, cadence };
	const isRole = roles.has(bracket.toLowerCase()) || (roleWord.test(bracket) && !condition.test(bracket));
	const role = isRole ? bracket : undefined;
	return { title: role ? before : text, window: parseWindow(before), role, cadence };
}

/** Without one of these there is no emoji, and most texts have none. */
const beyondAscii = /[^\u0020-\u007E]/;

/** Drops pictographs with their joiners and selectors, whole or broken, and the space they leave behind. */
export function withoutEmoji(text: string): string {
	if (!beyondAscii.test(text)) return text;
	return text
		.replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3)+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
