import type { Facts } from './facts';
import { dateText } from './timeText';

const maxSlug = 60;

/** `2026-11-23-checkout-returns-500.md`: the day, and the title, else the id of the incident. */
export function postmortemFileName(facts: Pick<Facts, 'date' | 'writtenAt' | 'title' | 'id'>): string {
	const instant = facts.date ?? facts.writtenAt;
	const date = instant === undefined ? undefined : dateText(instant);
	const slug = slugOf(facts.title ?? '') || slugOf(facts.id ?? '') || 'incident';
	return `${date === undefined ? '' : `${date}-`}${slug}.md`;
}

/** Letters that do not fall apart into a base and an accent. */
const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	þ: 'th',
	ı: 'i',
};

/** `[a-z0-9-]` only, cut between words; empty when nothing of the text can be written so. */
function slugOf(text: string): string {
	const words = text
		.slice(0, 500)
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[ßæœøđðłþı]/gu, (letter) => letters[letter] ?? '')
		.replace(/[\p{M}'’]/gu, '')
		.replace(/[^a-z0-9]+/gu, '-')
		.replace(/^-|-$/gu, '');
	const cut = words.slice(0, maxSlug + 1).lastIndexOf('-');
	return words.length <= maxSlug ? words : words.slice(0, cut > 0 ? cut : maxSlug);
}
