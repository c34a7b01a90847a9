import { parseWindow, type TimeWindow } from '../schedule/window';
import { withoutColon } from './item';
import type { GroupCadence } from './model';
import { readPerSeverity } from './perSeverity';
import type { SeverityScheme } from './severityWords';
import type { Words } from './words';

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
	words: Words,
	roles: ReadonlySet<string> = noRoles,
	scheme: SeverityScheme = plainScheme,
): HeadingText {
	const text = withoutColon(withoutEmoji(words.text));
	const { before, bracket: inside } = splitBracket(text);
	const bracket = inside?.trim();
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

/** `Immediate Actions (IC)`: what stands in the bracket at the end, and what before it. */
export function splitBracket(text: string): {
	readonly before: string | undefined;
	readonly bracket: string | undefined;
} {
	const match = text.endsWith(')') ? /^(.*\S)\s*\(([^()]+)\)$/.exec(text) : null;
	return { before: match?.[1], bracket: match?.[2] };
}

/** Grammar: `name ["(" short ")"]`, emoji dropped. */
export function splitName(title: string): { readonly name: string; readonly short: string | undefined } {
	const text = withoutEmoji(title);
	const { before, bracket } = splitBracket(text);
	return { name: before ?? text, short: bracket };
}

/** Without one of these there is no emoji, and most texts have none. */
const beyondAscii = /[^\u0020-\u007E]/;

const pictographs = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3)+/gu;

/** Drops pictographs with their joiners and selectors, whole or broken, and the space they leave behind. */
export function withoutEmoji(text: string): string {
	if (!beyondAscii.test(text)) return text;
	return text.replace(pictographs, ' ').replace(/\s+/g, ' ').trim();
}
