import type { Instant, IncidentState } from '../incident/model';
import { oneLine } from '../printable';
import { dueMinWords, windowWords } from '../runbook/dueState';
import type { Group, Item, Phase, Runbook } from '../runbook/model';
import { minuteMs, type Clock } from './dueItem';
import type { OpenItem, OpenItems } from './openItems';
import type { TimeWindow } from './window';

/** Parts of the checklist whose time ends with work left in them. A window before the declaration is nobody's clock. */
export function windowClocks(state: IncidentState, runbook: Runbook, items: OpenItems): readonly Clock[] {
	return runbook.phases.flatMap((phase) => {
		const own = phase.groups.filter(({ window }) => window !== undefined);
		const shared = phase.groups.filter(({ window }) => window === undefined);
		const part = { title: phase.title, within: undefined, who: undefined, line: phase.line };
		return [
			...windowClock({ ...part, window: phase.window, left: shared.flatMap(items.of) }, state),
			...own.flatMap((group) => windowClock({ ...partOf(phase, group), left: items.of(group) }, state)),
		];
	});
}

interface Part {
	readonly title: string;
	/** Title of the phase around a group. */
	readonly within: string | undefined;
	readonly window: TimeWindow | undefined;
	readonly who: string | undefined;
	readonly line: number;
	readonly left: readonly Item[];
}

function partOf(phase: Phase, group: Group): Omit<Part, 'left'> {
	const { title, window, role: who, line } = group;
	return { title: title === '' ? phase.title : title, within: phase.title, window, who, line };
}

function windowClock(part: Part, state: IncidentState): readonly Clock[] {
	const { title, within, window, left, who, line } = part;
	if (window?.endMin === undefined || window.endMin <= 0 || left.length === 0) return [];
	const from = anchor(window.from, state);
	if (from === undefined) return [];
	const count = left.length === 1 ? '1 item open' : `${left.length} items open`;
	return [
		{
			id: within === undefined ? `phase:${title}` : `phase:${within}/${title}`,
			kind: 'phase',
			title: `“${shorten(title)}” (${count})`,
			from,
			dueAt: from + window.endMin * minuteMs,
			everyMin: undefined,
			because: windowWords(window),
			line,
			who,
			condition: undefined,
			action: { kind: 'lookAtPhase', title },
		},
	];
}

/** Items with a time of their own, except those that are an audience's clock already: `taken` are their lines. */
export function itemClocks(
	state: IncidentState,
	items: OpenItems,
	taken: ReadonlySet<number>,
): readonly Clock[] {
	const timed = items.all().filter(({ item }) => !taken.has(item.line));
	return [...timed.flatMap((open) => itemClock(open, state)), ...addedClocks(state)];
}

function itemClock({ id, item, group, from: anchorName }: OpenItem, state: IncidentState): readonly Clock[] {
	const from = anchor(anchorName, state);
	if (item.dueMin === undefined || from === undefined) return [];
	return [
		{
			id: `item:${id}`,
			kind: 'item',
			title: `“${shorten(item.label ?? item.text)}”`,
			from,
			dueAt: from + item.dueMin * minuteMs,
			everyMin: undefined,
			because: dueMinWords(item.dueMin, anchorName),
			line: item.line,
			who: group.role,
			condition: undefined,
			action: { kind: 'lookAtItem', item: id },
		},
	];
}

/** What people added with a time stays due until done, also after the incident is resolved. */
function addedClocks({ addedItems, items }: IncidentState): readonly Clock[] {
	return addedItems.flatMap(({ id, text, dueAt, by, at }): readonly Clock[] => {
		const touched = items.get(id)?.state;
		if (dueAt === undefined || touched === 'done' || touched === 'skipped') return [];
		return [
			{
				id: `item:${id}`,
				kind: 'item',
				title: `“${shorten(text)}”`,
				from: at,
				dueAt,
				everyMin: undefined,
				because: `added by ${oneLine(by)}`,
				line: undefined,
				who: undefined,
				condition: undefined,
				action: { kind: 'lookAtItem', item: id },
			},
		];
	});
}

/** With the resolution the clocks of the response stop, and those of the aftermath start. */
function anchor(from: TimeWindow['from'], { milestones }: IncidentState): Instant | undefined {
	const resolvedAt = milestones.get('resolvedAt');
	if (from === 'resolved') return resolvedAt;
	return resolvedAt === undefined ? milestones.get('declaredAt') : undefined;
}

const titleLength = 80;

function shorten(text: string): string {
	const line = oneLine(text);
	return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1).trimEnd()}…`;
}
