/** Control characters but newline and tab, and those that turn or hide text on a screen. */
const unprintable = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/**
 * Foreign text for a terminal: what could move the cursor, change colours, set titles or reorder letters is shown as
 * `\u{1b}` instead of doing it. Newlines and tabs stay.
 */
export function printable(text: string): string {
	return text.replace(unprintable, (character) => {
		if (character === '\n' || character === '\t') return character;
		return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
	});
}

/** Foreign text for one line: white space folded, control characters gone. For titles and names. */
export function oneLine(text: string): string {
	return text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
}

/** Any data as JSON that steers no terminal and is still the same JSON. */
export function printableJson(value: unknown): string {
	return JSON.stringify(value, undefined, 2).replace(unprintable, (character) => {
		if (character === '\n') return character;
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}
