import type { IncidentState, ItemState, MintedItem } from '../incident/model';
import type { DocumentFacts } from './facts';
import { joined, safe, section, table, bullets } from './text';

/** How far one phase is. Items for another severity do not count. */
export interface PhaseProgress {
	readonly title: string;
	readonly done: number;
	readonly skipped: number;
	readonly left: number;
}

/** The incident's items, added ones last; `foreign` are ids of those that are not for its severity. */
export function countedItems(
	{ runbook, addedItems }: Pick<IncidentState, 'runbook' | 'addedItems'>,
	foreign: ReadonlySet<string>,
): readonly MintedItem[] {
	return [...(runbook?.items ?? []), ...addedItems].filter(({ id }) => !foreign.has(id));
}

export function progressByPhase(
	items: readonly MintedItem[],
	states: IncidentState['items'],
): readonly PhaseProgress[] {
	const phases = new Map<string, PhaseProgress>();
	for (const { id, path } of items) {
		const title = path[0] ?? '';
		const phase = phases.get(title) ?? { title, done: 0, skipped: 0, left: 0 };
		phases.set(title, counted(phase, states.get(id)?.state ?? 'open'));
	}
	return [...phases.values()];
}

function counted(phase: PhaseProgress, state: ItemState['state']): PhaseProgress {
	switch (state) {
		case 'done':
			return { ...phase, done: phase.done + 1 };
		case 'skipped':
			return { ...phase, skipped: phase.skipped + 1 };
		case 'open':
		case 'started':
			return { ...phase, left: phase.left + 1 };
	}
}

/** Progress by phase, then what is left to do and what was left out on purpose. */
export function checklistSections(state: IncidentState, { foreign, time }: DocumentFacts): readonly string[] {
	const items = countedItems(state, foreign);
	const progress = progressByPhase(items, state.items);
	return [
		...section(
			'Checklist',
			table(
				['Phase', 'Done', 'Skipped', 'Left'],
				progress.map(({ title, done, skipped, left }) => [
					safe(title || 'Checklist'),
					...[done, skipped, left].map(String),
				]),
			),
		),
		...section(
			'Open items',
			bullets(items.flatMap((item) => openItem(item, state.items.get(item.id), time))),
		),
		...section(
			'Skipped items',
			bullets(items.flatMap((item) => skippedItem(item, state.items.get(item.id)))),
		),
	];
}

function openItem(
	{ text, path }: MintedItem,
	touched: ItemState | undefined,
	time: DocumentFacts['time'],
): readonly string[] {
	if (touched?.state === 'done' || touched?.state === 'skipped') return [];
	const started =
		touched?.state === 'started' ? `started by ${safe(touched.by)}, ${time(touched.at)}` : undefined;
	return [joined(safe(text), started, safe(path[0] ?? ''))];
}

function skippedItem({ text }: MintedItem, touched: ItemState | undefined): readonly string[] {
	if (touched?.state !== 'skipped') return [];
	return [joined(safe(text), `why: ${safe(touched.why ?? 'not said')}`, safe(touched.by))];
}
