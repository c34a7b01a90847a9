import { readBlocks } from '../runbook/blocks';
import { cutFrontMatter } from '../runbook/metadata';
import type { LintDocument } from './document';
import { editDistance } from './editDistance';

/** Longer names are not compared by distance. */
const maxLength = 80;
/** Edits between two names that may be slips of the fingers. */
const maxSlips = 3;

/** The places of a page that a link may point to: how it is written, by what stays of it when only words count. */
export type Anchors = ReadonlyMap<string, string>;

/** `<a name="x">`, `id="x"`, and `{#x}` behind a heading. */
const explicit = /\b(?:name|id)\s*=\s*["']?([^"'\s>]+)|\{#([^}\s]+)\}/gi;

/** The headings of a document and its explicit anchors. Sites make their addresses differently, but of the same words. */
export function anchorsOf({ blocks, lines }: Pick<LintDocument, 'blocks' | 'lines'>): Anchors {
	const anchors = new Map<string, string>();
	const add = (name: string): void => void anchors.set(anchorKey(name), name);
	for (const line of lines) {
		for (const match of line.matchAll(explicit)) add(match[1] ?? match[2] ?? '');
	}
	for (const block of blocks) {
		if (block.kind === 'heading') add(slugOf(block.words.text.replace(/\s*\{#[^}]*\}$/, '')));
	}
	return anchors;
}

/** The same of another document, of which only the text is there. Total. */
export function anchorsIn(text: string): Anchors {
	return anchorsOf({ blocks: readBlocks(cutFrontMatter(text).body), lines: text.split(/\r?\n/) });
}

/** Whether a target such as `#roll-back` leads anywhere; `#top` always does, and `-2` counts equal headings. */
export function leadsSomewhere(target: string, anchors: Anchors): boolean {
	const key = anchorKey(target);
	return (
		key === '' || key === 'top' || anchors.has(key) || anchors.has(anchorKey(target.replace(/-\d+$/, '')))
	);
}

/** The target that was probably meant: a place whose name is a slip away, or holds the wanted one. */
export function nearAnchor(target: string, anchors: Anchors): string | undefined {
	const wanted = anchorKey(target);
	if (wanted.length > maxLength) return undefined;
	const candidates = [...anchors.keys()].filter((key) => key.length <= maxLength);
	const alike = candidates.filter((key) => Math.abs(key.length - wanted.length) <= maxSlips);
	const distances = alike.map((key) => ({ key, distance: editDistance(key, wanted) }));
	const [best] = distances.sort((left, right) => left.distance - right.distance);
	const holding = candidates.filter((key) => wanted.length > 3 && key.includes(wanted));
	const key = best && best.distance <= maxSlips ? best.key : holding.length === 1 ? holding[0] : undefined;
	return key === undefined ? undefined : `#${anchors.get(key) ?? ''}`;
}

/** As GitHub makes it: lower-case, punctuation dropped, spaces to hyphens. */
function slugOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

function anchorKey(name: string): string {
	return decode(name)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function decode(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name; // a stray percent sign
	}
}
