import type { LintDocument } from './document';

/** A link's target where it stands. Columns are 1-based, the end exclusive. */
export interface LinkMention {
	readonly target: string;
	readonly line: number;
	readonly column: number;
	readonly endColumn: number;
}

/** `](target)` · `](<target>)` · `](target "title")`; brackets in a target are balanced one deep. */
const inline =
	/\]\([ \t]{0,4}(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:[ \t]{1,4}(?:"[^"\n]*"|'[^'\n]*'))?[ \t]{0,4}\)/g;
/** `[label]: target`, but no footnote. */
const definition = /^\s{0,3}\[(?!\^)([^\]\n]{1,200})\]:\s*(\S+)/;

/** Every link to a file, in prose, lists and tables; those to web addresses and within the page are left out. */
export function fileLinks(document: LintDocument): readonly LinkMention[] {
	return links(document).filter(({ target }) => !elsewhere.test(target));
}

/** Every link to a place within the page: `#section`. */
export function pageLinks(document: LintDocument): readonly LinkMention[] {
	return links(document).filter(({ target }) => target.startsWith('#'));
}

function links(document: LintDocument): readonly LinkMention[] {
	return document.prose.flatMap((text, index) => {
		if (!text.includes(']')) return [];
		const defined = definition.exec(text);
		const found = defined
			? [{ raw: defined[2] ?? '', at: defined[0].length - (defined[2] ?? '').length }]
			: [...text.matchAll(inline)].map((match) => {
					return { raw: match[1] ?? '', at: match.index + match[0].indexOf(match[1] ?? '', 2) };
				});
		return found.map(({ raw, at }) => mention(raw, at, index + 1));
	});
}

/** Labels that `[label]` may refer to, lower-case. */
export function definedLabels(document: LintDocument): ReadonlySet<string> {
	const labels = document.prose.map((text) => definition.exec(text)?.[1]?.toLowerCase());
	return new Set(labels.filter((label) => label !== undefined));
}

/** Schemes, `//host`, anchors, and what a site generator fills in: `{{< ref >}}`, `{% link %}`, `$URL`. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)|[{}$|]|%7[bB]/i;

function mention(raw: string, at: number, line: number): LinkMention {
	const angled = raw.startsWith('<');
	const target = angled ? raw.slice(1, -1) : raw;
	const column = at + (angled ? 2 : 1);
	return { target, line, column, endColumn: column + target.length };
}
