import type { TimelineRow } from './facts';
import { shorten } from './shorten';
import { dateClockText } from './timeText';

/** Pixels. */
const rowHeight = 26;
const top = 56;
const width = 900;
const maxRows = 100;
/** Characters that fit beside the line. */
const maxText = 100;

/**
 * The timeline as a stand-alone SVG image: one row an entry, no script, no link, no outside font. Dark on white, so
 * that it reads on any page.
 */
export function svgTimeline(title: string, rows: readonly TimelineRow[]): string {
	const shown = rows.slice(0, maxRows);
	const height = top + shown.length * rowHeight + 14;
	const lines = shown.map((row, index) => svgRow(row, top + index * rowHeight));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xmlText(title)}">`,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		`<g font-family="sans-serif" font-size="13" fill="#1f2328">`,
		`<text x="16" y="30" font-size="18" font-weight="bold">${xmlText(shorten(title, maxText))}</text>`,
		`<line x1="166" y1="${top - 6}" x2="166" y2="${height - 12}" stroke="#8c959f" stroke-width="2"/>`,
		...lines,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

function svgRow({ at, text }: TimelineRow, y: number): string {
	const time = `<text x="16" y="${y + 12}">${xmlText(dateClockText(at) ?? '')}</text>`;
	const dot = `<circle cx="166" cy="${y + 8}" r="5" fill="#0969da"/>`;
	return `${time}${dot}<text x="182" y="${y + 12}">${xmlText(shorten(text, maxText))}</text>`;
}

/** Characters XML 1.0 does not allow are left out, lone surrogates too. */
function xmlText(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0) ?? 32};`);
}
