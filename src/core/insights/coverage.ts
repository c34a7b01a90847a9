import type { IncidentState, MintedItem } from '../incident/model';
import { medianOf, type Median } from './median';

/** What became of one line of the runbook over all incidents that had it. */
export interface ItemCoverage {
	readonly text: string;
	/** Titles of the phase and the group that hold it. */
	readonly path: readonly string[];
	/** How many incidents had the line. */
	readonly had: number;
	readonly done: number;
	readonly skipped: number;
	readonly untouched: number;
	/** Minutes after the declaration at which it was done. */
	readonly medianMinute: Median;
	/** Why it was skipped, each reason with how often, commonest first. */
	readonly reasons: readonly { readonly why: string; readonly count: number }[];
}

/** Something people added to the checklist during incidents. */
export interface AddedCoverage {
	readonly text: string;
	readonly path: readonly string[];
	readonly count: number;
}

/**
 * Each line of the runbook in the order of the newest incident, then those only older ones had. Lines are the same when
 * their text and the headings above are.
 */
export function coverageOf(states: readonly IncidentState[]): readonly ItemCoverage[] {
	const newestFirst = [...states].sort((one, other) => declaredAt(other) - declaredAt(one));
	const lines = new Map<string, { item: MintedItem; uses: Use[] }>();
	for (const state of newestFirst) {
		for (const item of state.runbook?.items ?? []) {
			const key = keyOf(item);
			const line = lines.get(key) ?? { item, uses: [] };
			line.uses.push(useOf(state, item));
			lines.set(key, line);
		}
	}
	return [...lines.values()].map(({ item, uses }) => ({
		text: item.text,
		path: item.path,
		had: uses.length,
		done: uses.filter(({ state }) => state === 'done').length,
		skipped: uses.filter(({ state }) => state === 'skipped').length,
		untouched: uses.filter(({ state }) => state === undefined).length,
		medianMinute: medianOf(uses.flatMap(({ minute }) => minute ?? [])),
		reasons: counted(uses.flatMap(({ why }) => why ?? [])).map(([why, count]) => ({ why, count })),
	}));
}

/** Items people added, the same text under the same headings once, commonest first. */
export function addedOf(states: readonly IncidentState[]): readonly AddedCoverage[] {
	const items = states.flatMap(({ addedItems }) => addedItems);
	const byKey = new Map(items.map((item) => [keyOf(item), item]));
	return counted(items.map(keyOf)).flatMap(([key, count]) => {
		const item = byKey.get(key);
		return item === undefined ? [] : [{ text: item.text, path: item.path, count }];
	});
}

interface Use {
	readonly state: 'open' | 'started' | 'done' | 'skipped' | undefined;
	readonly why: string | undefined;
	readonly minute: number | undefined;
}

function useOf(state: IncidentState, { id }: MintedItem): Use {
	const item = state.items.get(id);
	const minute = item === undefined ? undefined : (item.at - declaredAt(state)) / 60_000;
	return {
		state: item?.state,
		why: item?.state === 'skipped' ? item.why?.trim() || undefined : undefined,
		minute: item?.state === 'done' && minute !== undefined && minute >= 0 ? minute : undefined,
	};
}

function keyOf({ text, path }: Pick<MintedItem, 'text' | 'path'>): string {
	return [...path, text.trim().toLowerCase().replace(/\s+/g, ' ')].join('\n');
}

function counted(values: readonly string[]): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one);
}

function declaredAt({ milestones }: IncidentState): number {
	return milestones.get('declaredAt') ?? 0;
}
