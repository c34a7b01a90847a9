import type { Instant } from '../incident/model';
import { escapeInline } from '../postmortem/escape';
import { dateClockText } from '../postmortem/timeText';

/** Longer texts are cut in tables and lists: the record has them whole. UTF-16 code units. */
const longestText = 600;

/** Foreign text as one line of Markdown that shows exactly this text; `$` would begin a formula in previews. */
export function safe(text: string): string {
	return escapeInline(shorten(text, longestText)).replace(/\$/g, '\\$');
}

/** Safe Markdown in bold; empty stays empty. */
export function strong(text: string): string {
	const shown = safe(text);
	return shown === '' ? '' : `**${shown}**`;
}

/** Cut with `…`, never in the middle of a character. */
export function shorten(text: string, longest: number): string {
	if (text.length <= longest) return text;
	return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** `2026-11-24 03:14`, UTC. */
export function utc(instant: Instant): string {
	return dateClockText(instant) ?? 'not a time';
}

/** `03:14` on the day of `day`, else `11-25 03:14`, else with the year; UTC. */
export function utcSince(day: Instant): (instant: Instant) => string {
	return (instant) => {
		const [text, of] = [utc(instant), utc(day)];
		if (text.slice(0, 10) === of.slice(0, 10)) return text.slice(11);
		return text.slice(0, 4) === of.slice(0, 4) ? text.slice(5) : text;
	};
}

/** Cells are Markdown already. No table without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	if (rows.length === 0) return [];
	return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** Texts are Markdown already. */
export function bullets(texts: readonly string[]): readonly string[] {
	return texts.map((text) => `- ${text}`);
}

/** A heading and what is below it; nothing when there is nothing. */
export function section(title: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

/** Those that say something, with ` · ` between. */
export function joined(...texts: readonly (string | undefined)[]): string {
	return texts.filter(Boolean).join(' · ');
}
