import type { Placeholder } from './model';

/** `[..]` but no link · `{{..}}` · `{..}` · `<..>` · `$(date …)` · masks such as `YYYY-MM-DD`, `HH:MM`, `T+XX` */
const gap =
	/\$\([^()\n]{1,60}\)|\[([^[\]\n]{1,120})\](?![([])|\{\{([^{}\n]{1,120})\}\}|\{([^{}\n]{1,120})\}|<([^<>\n]{1,120})>|\b(YYYY[-./]MM[-./]DD(?:[ T]HH:MM(?::SS)?)?|HH:MM(?::SS)?(?: UTC)?)\b/g;

/** Filled from the record. */
const computed =
	/^\$\(date|^(?:incident\s*)?(?:id|number|#)$|T\+\s*X|^(?:current |start |incident |declared )?(?:date|time|timestamp)(?: utc)?$|^YYYY|^HH:MM|^elapsed|^duration$/i;

/** A tag that stays: `[INVESTIGATING]`, `[SEV-1]`, `[x]`; and what is no name of a gap at all. */
const fixed = /^(?:[A-Z][A-Z_]{2,}|SEV-?\d|P\d|[ xX✓!?*]|\d+)$/;
const markup =
	/^(?:\/?(?:br|b|i|p|a|ul|li|div|span|details|summary|strong|em|code|img)\b|https?:|mailto:|[!@#]|\/)/i;

/** The gaps of a message, in its order. `firstLine` is the document's line of the text's first. Total. */
export function findPlaceholders(text: string, firstLine: number): readonly Placeholder[] {
	const found: Placeholder[] = [];
	let line = firstLine;
	let from = 0;
	gap.lastIndex = 0;
	for (let match = gap.exec(text); match; match = gap.exec(text)) {
		line += countNewlines(text.slice(from, match.index));
		from = match.index;
		const name = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[0]).trim();
		if (name === '' || markup.test(name)) continue;
		const source = match[0];
		if (computed.test(name)) found.push({ source, kind: 'computed', name, options: [], line });
		else if (!fixed.test(name)) found.push({ source, name, line, ...choiceOf(name) });
	}
	return found;
}

const free = { kind: 'free', options: [] } as const;

/** `Investigating/Mitigating/Resolved` · `Yes | No` · `SEV-1/2/3`, where a bare number takes the first one's prefix. */
function choiceOf(name: string): Pick<Placeholder, 'kind' | 'options'> {
	if (!name.includes('/') && !name.includes('|')) return free;
	const parts = name.split(/\s*[/|]\s*/);
	const isChoice =
		parts.length >= 2 &&
		parts.every((part) => /^[\p{L}\p{N}][\p{L}\p{N}.+-]*(?: [\p{L}\p{N}.+-]+)?$/u.test(part));
	// `error rate/latency numbers` is prose: in a choice either all options are single words or each starts upper-case.
	const words =
		parts.every((part) => !part.includes(' ')) || parts.every((part) => /^[\p{Lu}\p{N}]/u.test(part));
	if (!isChoice || !words) return free;
	const prefix = /^(.*?)\d+$/.exec(parts[0] ?? '')?.[1] ?? '';
	return { kind: 'choice', options: parts.map((part) => (/^\d+$/.test(part) ? prefix + part : part)) };
}

function countNewlines(text: string): number {
	return text.split('\n').length - 1;
}
