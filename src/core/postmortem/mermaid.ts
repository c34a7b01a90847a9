import type { TimelineRow } from './facts';
import { shorten } from './shorten';
import { clockText, dateText } from './timeText';

/** More entries than that nobody can read in a picture. */
const maxRows = 40;
/** Characters of an entry. */
const maxText = 90;

/**
 * A Mermaid `timeline` diagram without its fence, a section a day. Everything that could mean something to Mermaid,
 * to Markdown or to HTML is written as a character entity (`#58;`), which Mermaid shows as the character:
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
export function mermaidTimeline(title: string, rows: readonly TimelineRow[]): string {
	const shown = rows.slice(0, maxRows);
	const days = [...new Set(shown.map(({ at }) => dateText(at) ?? ''))];
	const sections = days.flatMap((day) => [
		`    section ${day === '' ? 'no date' : mermaidText(day)}`,
		...shown
			.filter(({ at }) => (dateText(at) ?? '') === day)
			.map(
				({ at, text }) =>
					`        ${mermaidText(clockText(at) ?? '-')} : ${mermaidText(shorten(text, maxText))}`,
			),
	]);
	const rest = rows.length - shown.length;
	const more = rest > 0 ? [`        later : ${rest} more entries`] : [];
	return ['timeline', `    title ${mermaidText(shorten(title, maxText))}`, ...sections, ...more].join('\n');
}

/** Letters, digits and a few harmless marks as they are; a text of nothing becomes a dash. */
export function mermaidText(text: string): string {
	const plain = text.replace(/[\s\p{C}]+/gu, ' ').trim();
	return (plain === '' ? '-' : plain).replace(
		/[^\p{L}\p{N}\p{M} .,'/-]/gu,
		(character) => `#${character.codePointAt(0) ?? 32};`,
	);
}
