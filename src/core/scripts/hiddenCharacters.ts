/**
 * Characters that make the text that runs differ from the text that is seen: control and format characters,
 * bidirectional overrides, what has no ink, and spaces that are no space to a shell. A selector or joiner in an emoji
 * is part of what is seen.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Z}]/gu;
const harmless = new Set(['\t', '\n', ' ']);
const inEmoji = /\p{Extended_Pictographic}(?:\uFE0F|\u200D){1,2}$/u;

/** All of them, first to last; `index` counts UTF-16 units. */
export function hiddenCharacters(
	text: string,
): readonly { readonly index: number; readonly character: string }[] {
	return [...text.matchAll(hidden)]
		.filter(
			({ 0: character, index }) =>
				!harmless.has(character) && !inEmoji.test(text.slice(Math.max(0, index - 4), index + 1)),
		)
		.map(({ 0: character, index }) => ({ index, character }));
}

/** The first such character as `U+202E (line 3)`; `undefined` when there is none. A script with one is not run. */
export function findHiddenCharacter(text: string): string | undefined {
	const [first] = hiddenCharacters(text);
	if (!first) return undefined;
	const code = (first.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `U+${code} (line ${text.slice(0, first.index).split('\n').length})`;
}
