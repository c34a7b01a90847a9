/** Slack's three escapes for text outside `plain_text`: so `<!channel>` is words and pings nobody. */
export function slackText(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Characters that format in Markdown as chat programs read it. */
const special = /[\\`*_~|>#[\]()]/g;

/** Text that a Markdown chat shows as it stands. Mentions lose their force by an invisible joint after the `@`. */
export function markdownText(text: string): string {
	return withoutMentions(text.replace(special, (character) => `\\${character}`));
}

/** `@channel` looks the same and pings nobody. U+2060 WORD JOINER. */
export function withoutMentions(text: string): string {
	return text.replace(/@/g, '@\u2060').replace(/<([!@#])/g, '<\u2060$1');
}

/** Cuts text into parts of at most `size` characters, at line ends where there are any, never inside a character. */
export function inParts(text: string, size: number): readonly string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > size) {
		const at = cutAt(rest, size);
		parts.push(rest.slice(0, at));
		rest = rest.slice(at).replace(/^\n/, '');
	}
	return [...parts, rest];
}

function cutAt(text: string, size: number): number {
	const newline = text.lastIndexOf('\n', size);
	if (newline > 0) return newline;
	const code = text.charCodeAt(size - 1);
	return code >= 0xd800 && code <= 0xdbff ? size - 1 : size;
}

/** The last line of every message: by it people and programs see which one it is, and whether it may be a second one. */
export function footer({
	incident,
	mayBeSecond,
}: {
	readonly incident: { readonly id: string };
	readonly mayBeSecond: boolean;
}): string {
	return mayBeSecond ? `${incident.id} · sent again, the first one may have arrived` : incident.id;
}
