import { plainText, readInline } from './inline';

/** The words of a list item: the bold lead (or the part before a colon) is its label. */
export interface ItemText {
	readonly text: string;
	readonly label: string | undefined;
	readonly detail: string | undefined;
}

/**
 * Forms of a bold lead, in the order they are tried; `**` may be `__`:
 * `**X**: y` · `**X:** y` · `**X** — y` · `**X** (y)` · `**X** y` · `**X**`
 */
const boldLead = /^(\*\*|__)(?=\S)((?:(?!\1)[^\n])+?)\1(?:\s*[:–—-]\s+|\s*:\s*|\s+|$)/;

/** `Label: detail` without bold; the label is short and holds no code, link or sentence end. */
const plainLead = /^([^\s:`[\]()*_.!?][^:`[\]()*_.!?\n]{0,59}):\s+(?=\S)/;

/** Splits the source of an item's first paragraph. Total. */
export function readItemText(source: string): ItemText {
	const lead = boldLead.exec(source);
	const label = lead?.[2] ?? plainLead.exec(source)?.[1];
	const cut = lead?.[0].length ?? plainLead.exec(source)?.[0].length ?? 0;
	const text = plainText(source);
	if (label === undefined) return { text, label: undefined, detail: undefined };
	const detail = plainText(source.slice(cut));
	return { text, label: plainText(label).replace(/\s*:$/, ''), detail: detail === '' ? undefined : detail };
}

/** Where an item's first paragraph points to. */
export function linksIn(source: string): readonly { readonly text: string; readonly target: string }[] {
	return source.includes('](') || source.includes('][') ? readInline(source).links : [];
}
