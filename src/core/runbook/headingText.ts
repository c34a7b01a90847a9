import { parseWindow, type TimeWindow } from '../schedule/window';
import { plainText } from './inline';

/** A heading taken apart: `Immediate Actions (IC)` or `Follow-up (Within 24 hours)`. */
export interface HeadingText {
	/** Without emoji, trailing colon, and the bracket when it was understood. */
	readonly title: string;
	readonly window: TimeWindow | undefined;
	readonly role: string | undefined;
}

/**
 * Words that make a bracket a role: `(IC)`, `(Technical Lead)`, `(All Roles)`, `(IC Decision)`, `(On-Call)`.
 * Roles the runbook itself defines count too.
 */
const roleWord =
	/\b(IC|lead|commander|manager|on-?call|responders?|scribe|liaison|engineers?|comms|communications|deputy|roles|everyone|admin|SRE|DBA|CTO|ops|support|security|team)\b/i;

/** Grammar: `title [("(" | "[") window-or-role (")" | "]")] [":"]`. Roles are the names the runbook defines. */
export function readHeading(source: string, roles: ReadonlySet<string>): HeadingText {
	const text = withoutEmoji(plainText(source)).replace(/\s*:$/, '');
	const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
	const [before, bracket] = [match?.[1], match?.[2]?.trim()];
	if (before === undefined || bracket === undefined)
		return { title: text, window: parseWindow(text), role: undefined };
	const window = parseWindow(bracket);
	if (window) return { title: before, window, role: undefined };
	const role = roles.has(bracket.toLowerCase()) || roleWord.test(bracket) ? bracket : undefined;
	return { title: role ? before : text, window: parseWindow(before), role };
}

/** Drops pictographs with their joiners and selectors, whole or broken, and the space they leave behind. */
export function withoutEmoji(text: string): string {
	return text
		.replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3)+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
