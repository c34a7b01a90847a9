import { oneLine } from '../printable';
import { linesOf } from '../lineDiff';
import type { Item, Runbook } from '../runbook/model';
import type { AddedCoverage, ItemCoverage } from './coverage';

/** A change of the runbook that incidents ask for, with why. `line` is 1-based, in the runbook as it is. */
export interface Proposal {
	readonly kind: 'note reasons' | 'add item';
	readonly line: number;
	readonly text: string;
	readonly why: string;
}

export interface ProposedRunbook {
	readonly text: string;
	readonly proposals: readonly Proposal[];
}

/** An item is asked about when it was skipped at least so often, and more often than done. */
const minSkips = 2;
/** An added item is proposed when it was added in at least so many incidents. */
const minAdds = 1;
const maxReasons = 3;

/**
 * The runbook with what incidents taught: below an item that is mostly skipped a comment with the reasons, so that
 * somebody decides; and what people added, below the item it belongs to. Nothing is taken out, and all other bytes
 * stay. @param text the runbook was parsed from
 */
export function proposeChanges(
	text: string,
	runbook: Runbook,
	seen: { readonly coverage: readonly ItemCoverage[]; readonly added: readonly AddedCoverage[] },
): ProposedRunbook {
	const places = placesOf(runbook);
	const lines = linesOf(text);
	const proposals = [
		...seen.coverage.flatMap((item) => noteReasons(item, places, lines)),
		...seen.added.flatMap((item) => addItem(item, places, lines)),
	];
	return { text: withInsertions(lines, proposals), proposals };
}

interface ItemPlace {
	readonly item: Item;
	readonly path: readonly string[];
}

function placesOf({ phases }: Runbook): readonly ItemPlace[] {
	return phases.flatMap(({ title, groups }) =>
		groups.flatMap((group) => {
			const path = [title, ...(group.title === '' ? [] : [group.title])];
			return group.items.map((item) => ({ item, path }));
		}),
	);
}

function noteReasons(
	seen: ItemCoverage,
	places: readonly ItemPlace[],
	lines: readonly string[],
): readonly Proposal[] {
	const place = places.find(({ item, path }) => item.text === seen.text && isSamePath(path, seen.path));
	if (place === undefined || seen.skipped < minSkips || seen.skipped <= seen.done) return [];
	const reasons = seen.reasons.slice(0, maxReasons).map(({ why }) => inComment(why));
	const because = reasons.length === 0 ? 'no reason given' : reasons.join('; ');
	const why = `skipped in ${seen.skipped} of ${seen.had} incidents`;
	const indent = bulletIndent(lines[place.item.line - 1]);
	const comment = `${indent}<!-- ${capital(why)}: ${because}. Reword it, say when it applies, or drop it. -->`;
	const isThere = lines.some((line) => line.includes('<!-- Skipped in ') && line.includes(because));
	return isThere ? [] : [{ kind: 'note reasons', line: place.item.endLine, text: comment, why }];
}

/** Below the last item under the same headings. What the runbook has by now is not proposed again. */
function addItem(
	added: AddedCoverage,
	places: readonly ItemPlace[],
	lines: readonly string[],
): readonly Proposal[] {
	const isKnown = places.some(({ item }) => folded(item.text) === folded(added.text));
	const place = places.findLast(({ path }) => isSamePath(path, added.path)) ?? places.at(-1);
	if (isKnown || place === undefined || added.count < minAdds) return [];
	const [marker = '- [ ] '] =
		/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]+/.exec(lines[place.item.line - 1] ?? '') ?? [];
	const text = marker.replace(/\[[xX]\]/, '[ ]') + asItem(added.text);
	return [{ kind: 'add item', line: place.item.endLine, text, why: `added in ${added.count} incident(s)` }];
}

/** `['Phase', 'Group']`, where a group without a title may be absent or ''. */
function isSamePath(one: readonly string[], other: readonly string[]): boolean {
	return one.filter(Boolean).join('\n') === other.filter(Boolean).join('\n');
}

/** Inside the item, so that the comment does not end the list. */
function bulletIndent(line = ''): string {
	const bullet = /^([ \t>]*)((?:[-*+]|\d+[.)])[ \t]+)/.exec(line);
	return `${bullet?.[1] ?? ''}${' '.repeat(Math.min(bullet?.[2]?.length ?? 2, 4))}`;
}

/** Two dashes or a bracket could end a comment. */
function inComment(text: string): string {
	return oneLine(text).replace(/-{2,}/g, '-').replace(/[<>]/g, '').slice(0, 200);
}

/** Marks that would make more than words of it are escaped. */
function asItem(text: string): string {
	return oneLine(text)
		.replace(/[\\`*_[\]<>|~]/g, '\\$&')
		.replace(/&(?=#|[a-z])/giu, '\\&');
}

function withInsertions(lines: readonly string[], proposals: readonly Proposal[]): string {
	const end = /\r\n|\n|\r/.exec(lines[0] ?? '')?.[0] ?? '\n';
	return lines
		.map((line, index) => {
			const below = proposals.filter((proposal) => proposal.line === index + 1).map(({ text }) => text);
			if (below.length === 0) return line;
			const isClosed = /[\r\n]$/.test(line);
			return isClosed ? line + below.map((text) => text + end).join('') : [line, ...below].join(end);
		})
		.join('');
}

function folded(text: string): string {
	return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
