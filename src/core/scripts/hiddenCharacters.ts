/**
 * Characters that make the text that runs differ from the text that is seen: control characters but tab and newline,
 * bidirectional overrides, invisible ones, and the line separators of Unicode.
 */
const hidden = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
const harmless = new Set(['\t', '\n']);

/** The first such character as `U+202E (line 3)`; `undefined` when there is none. A script with one is not run. */
export function findHiddenCharacter(text: string): string | undefined {
	const match = [...text.matchAll(hidden)].find(([character]) => !harmless.has(character));
	if (!match) return undefined;
	const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `U+${code} (line ${text.slice(0, match.index).split('\n').length})`;
}
