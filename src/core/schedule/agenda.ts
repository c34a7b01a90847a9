import type { Instant, IncidentState } from '../incident/model';
import { isOpen } from '../incident/status';
import type { Runbook } from '../runbook/model';
import { itemClocks, windowClocks } from './checklistClocks';
import { minuteMs, type Clock, type DueItem } from './dueItem';
import { escalationClocks } from './escalationClock';
import { openItems, type OpenItems } from './openItems';
import { postmortemClocks } from './postmortemClock';
import { roleClocks } from './roleClocks';
import { applyingCadences, updateClocks } from './updateClocks';

/**
 * What is due and when, soonest first: absolute times, derived from the times in the record, so that a reload, sleep or
 * a clock change moves none of them. A stopped clock is left out; one that was put off stays, with a later `remindAt`.
 * An incident written down after the fact, a closed and a cancelled one have no clocks. `now` serves to say so when
 * something counts from a time that has not come.
 */
export function agendaOf(
	state: IncidentState,
	runbook: Runbook | undefined,
	now: Instant,
): readonly DueItem[] {
	return withDoubts(planOf(state, runbook), now);
}

/** Clocks of two machines that agree as well as clocks do. */
const toleranceMs = minuteMs;

/** Says so where a clock counts from a time that has not come. */
export function withDoubts(plan: readonly DueItem[], now: Instant): readonly DueItem[] {
	return plan.map((item) => (item.from > now + toleranceMs ? withDoubt(item) : item));
}

function withDoubt(item: DueItem): DueItem {
	return { ...item, because: `${item.because}; counts from a time that has not come: one clock is wrong` };
}

/** The same whatever the time is, to be kept until the record or the runbook changes. */
export function planOf(state: IncidentState, runbook: Runbook | undefined): readonly DueItem[] {
	if (state.kind === 'backfilled' || state.status === 'closed' || state.status === 'cancelled') return [];
	const clocks = withUniqueIds(clocksOf(state, runbook));
	return clocks.flatMap((clock) => putOff(clock, state)).sort((left, right) => left.dueAt - right.dueAt);
}

function clocksOf(state: IncidentState, runbook: Runbook | undefined): readonly Clock[] {
	const response = isOpen(state) ? roleClocks(state, runbook?.roles ?? []) : [];
	if (!runbook) return [...response, ...itemClocks(state, nothingOpen, new Set())];
	const items = openItems(state, runbook);
	const updates = isOpen(state) ? updateClocks(state, runbook, items) : [];
	const postmortem = postmortemClocks(state, runbook, items);
	const taken = linesOfClocks(state, runbook);
	return [
		...response,
		...updates,
		...(isOpen(state) ? escalationClocks(state, runbook.escalation) : []),
		...windowClocks(state, runbook, items).filter(({ line }) => line !== postmortem[0]?.line),
		...itemClocks(state, items, taken),
		...postmortem,
	];
}

/** Items there are a clock of their audience already: one post must not be asked for twice. */
function linesOfClocks(state: IncidentState, runbook: Runbook): ReadonlySet<number> {
	const timed = applyingCadences(state, runbook).filter(
		({ firstWithinMin, everyMin }) => (firstWithinMin ?? everyMin) !== undefined,
	);
	const told = new Set<string>(['postmortem', ...timed.map(({ audience }) => audience)]);
	return new Set(runbook.cadences.filter(({ audience }) => told.has(audience)).map(({ line }) => line));
}

const nothingOpen: OpenItems = { of: () => [], all: () => [], isSettled: () => false };

/** Two parts of a runbook may have the same title; putting off the reminder of one must not silence the other. */
function withUniqueIds(clocks: readonly Clock[]): readonly Clock[] {
	const seen = new Map<string, number>();
	return clocks.map((clock) => {
		const count = (seen.get(clock.id) ?? 0) + 1;
		seen.set(clock.id, count);
		return count === 1 ? clock : { ...clock, id: `${clock.id}~${count}` };
	});
}

/** Stopped for good: gone. Put off: spoken of later, until the update it was about is posted. */
function putOff(clock: Clock, state: IncidentState): readonly DueItem[] {
	const snooze = state.snoozes.get(clock.id);
	if (!snooze) return [{ ...clock, remindAt: clock.dueAt }];
	if (snooze.until === undefined) return [];
	const ended = clock.action.kind === 'postUpdate' && isPostedSince(snooze.at, clock.action.audience, state);
	return [{ ...clock, remindAt: ended ? clock.dueAt : Math.max(clock.dueAt, snooze.until) }];
}

function isPostedSince(
	at: Instant,
	audience: Parameters<IncidentState['updates']['get']>[0],
	{ updates }: IncidentState,
): boolean {
	return (updates.get(audience)?.at ?? Number.NEGATIVE_INFINITY) >= at;
}
