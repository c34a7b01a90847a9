import { linesOf } from '../lineDiff';

/**
 * Which template a postmortem was made from: the one with most lines in common, as a share of the lines of both (the
 * coefficient of Dice); of equals the first. Headings and texts stay where answers go in.
 * @returns an index into `templates`; `undefined` when there is none
 */
export function mostAlike(current: string, templates: readonly string[]): number | undefined {
	const written = wordsOf(current);
	const known = new Set(written);
	const shares = templates.map((template) => {
		const lines = wordsOf(template);
		return (2 * lines.filter((line) => known.has(line)).length) / Math.max(1, lines.length + written.length);
	});
	return shares.length === 0 ? undefined : shares.indexOf(Math.max(...shares));
}

function wordsOf(text: string): readonly string[] {
	return linesOf(text)
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
