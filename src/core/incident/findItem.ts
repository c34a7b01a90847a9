import { UserError } from '../userError';
import type { MintedItem } from './model';

/**
 * The item a person means: its id, the beginning of its id, or a part of its text, as long as only one fits.
 * Throws a `UserError` that names the ones that fit, or that there is none.
 */
export function findItem(items: readonly MintedItem[], query: string): MintedItem {
	const wanted = query.trim().toLowerCase();
	const tests: readonly ((item: MintedItem) => boolean)[] = [
		(item) => item.id === wanted,
		(item) => item.id.startsWith(wanted),
		(item) => item.text.toLowerCase().includes(wanted),
	];
	for (const test of tests) {
		const found = wanted === '' ? [] : items.filter(test);
		const [only] = found;
		if (only && found.length === 1) return only;
		if (found.length > 1) throw new UserError(`“${query}” fits several items: ${listItems(found)}.`);
	}
	throw new UserError(`No item of the checklist fits “${query}”; “status” lists them with their ids.`);
}

const shown = 5;

function listItems(items: readonly MintedItem[]): string {
	const names = items.slice(0, shown).map((item) => item.id);
	return items.length > shown ? `${names.join(', ')} and ${items.length - shown} more` : names.join(', ');
}
