import { plainText } from './inline';
import { readBoldStart } from './simpleInline';

/** The words of a list item: the bold lead (or the part before a colon) is its label. */
export interface ItemText {
	readonly text: string;
	readonly label: string | undefined;
	readonly detail: string | undefined;
}

/** `Label: detail` without bold; the label is short and holds no code, link or sentence end. */
const plainLead = /^([^\s:`[\]()*_.!?][^:`[\]()*_.!?\n]{0,59}):\s+(?=\S)/;

/** Splits the source of an item's first paragraph, which shows `text`. Total. */
export function splitItem(source: string, text: string, tidy: boolean): ItemText {
	const lead = readLead(source);
	if (!lead) return { text, label: undefined, detail: undefined };
	const detail = plainText(source.slice(lead.length), tidy);
	const label = withoutColon(plainText(lead.label, tidy));
	return { text, label, detail: detail === '' ? undefined : detail };
}

/** The same for what most items are, `**Label**: detail` with nothing else marked, from a tidy source; else `undefined`. */
export function splitBoldItem(source: string): ItemText | undefined {
	const start = readBoldStart(source);
	if (!start) return undefined;
	const { label, rest } = start;
	divider.lastIndex = 0;
	if (!divider.test(rest)) return undefined;
	const detail = rest.slice(divider.lastIndex);
	return { text: label + rest, label: withoutColon(label), detail: detail === '' ? undefined : detail };
}

interface Lead {
	readonly label: string;
	/** Characters of the source before the detail. */
	readonly length: number;
}

function readLead(source: string): Lead | undefined {
	if (source.startsWith('**')) return readBoldLead(source, '**');
	if (source.startsWith('__')) return readBoldLead(source, '__');
	const [whole, label] = (source.includes(':') ? plainLead.exec(source) : null) ?? [];
	return whole === undefined || label === undefined ? undefined : { label, length: whole.length };
}

/** What stands between a bold lead and the detail, in the order they are tried. */
const divider = /\s*(?:[:–—-]|--)\s+|\s*:\s*|\s+|$/y;

/** Forms: `**X**: y` · `**X:** y` · `**X** — y` · `**X** (y)` · `**X** y` · `**X**`. The label is on one line. */
function readBoldLead(source: string, mark: '**' | '__'): Lead | undefined {
	const end = source.indexOf(mark, 2);
	const label = source.slice(2, end);
	divider.lastIndex = end + 2;
	if (end < 3 || label.trimStart() !== label || label.includes('\n') || !divider.test(source))
		return undefined;
	return { label, length: divider.lastIndex };
}

/** A title's colon says that something follows, and is no part of it. */
export function withoutColon(text: string): string {
	return text.endsWith(':') ? text.slice(0, -1).trimEnd() : text;
}
