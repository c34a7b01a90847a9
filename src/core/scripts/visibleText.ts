import { hiddenCharacters } from './hiddenCharacters';

/**
 * A text with every character that cannot be seen, or that changes what is seen around it, written out: `␛`, `␍` for
 * control characters, `⟨U+202E⟩` for the rest. What a person reads is then what a shell would read.
 */
export function visibleText(text: string): string {
	let shown = '';
	let at = 0;
	for (const { index, character } of hiddenCharacters(text)) {
		shown += text.slice(at, index) + visible(character);
		at = index + character.length;
	}
	return shown + text.slice(at);
}

/** Unicode has a picture for each C0 control character, from U+2400 on. */
function visible(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
