/** What a document defines at any place: label, normalised -> target; '' for a footnote. */
export type References = ReadonlyMap<string, string>;

/** Code and escapes go by unread; then `[text][label]`, `[label][]` and `[label]`. */
const pattern = /`+[^`]*`+|\\[^]|(!?)\[([^[\]\\`]{1,999})\](?:\[([^[\]\\`]{0,999})\])?(?!\()/g;

/**
 * Turns reference links into inline ones, so that a source means the same wherever it is read, and takes footnote
 * marks out. What nobody defines stays: `[Brief description]` is a placeholder.
 */
export function inlineReferences(source: string, references: References): string {
	if (references.size === 0 || !source.includes('[')) return source;
	return source.replace(
		pattern,
		(all: string, image: string | undefined, text: string | undefined, label: string | undefined) => {
			if (text === undefined) return all;
			const target = references.get(normalizeLabel(label ? label : text));
			if (target !== undefined) return target === '' ? '' : `${image ?? ''}[${text}](<${target}>)`;
			const ownTarget = label ? references.get(normalizeLabel(text)) : undefined;
			return ownTarget === undefined ? all : `${image ?? ''}[${text}](<${ownTarget}>)[${label ?? ''}]`;
		},
	);
}

/** CommonMark 4.7: case and white space do not count. */
export function normalizeLabel(label: string): string {
	return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
