import type { LintDocument } from './document';

/** The code spans of a range of lines, each on one line. */
export function readInlineCode(
	document: LintDocument,
	from: number,
	to: number,
): readonly { readonly line: number; readonly text: string }[] {
	return document.lines.slice(from - 1, to).flatMap((text, index) => {
		if (!text.includes('`')) return [];
		return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => {
			return { line: from + index, text: (match[1] ?? '').trim() };
		});
	});
}
