import type { Audience, Instant, IncidentState } from '../incident/model';
import { duration } from '../runbook/dueState';
import type { Cadence, Runbook } from '../runbook/model';
import type { OpenItems } from './openItems';
import { minuteMs, type Clock } from './dueItem';
import { roleTelling } from './roleNames';

type UpdateCadence = Cadence & { readonly audience: Audience };

/** As a subject for “is due”. */
export const updateTitles: Readonly<Record<Audience, string>> = {
	internal: 'Internal update',
	'status page': 'Status page update',
	customers: 'Customer notice',
	support: 'Support briefing',
	management: 'Management update',
};

/**
 * One clock an audience: from the declaration to the first update, then from the last one. While the severity is
 * unknown the strictest cadence holds. A cadence without a time is no clock.
 */
export function updateClocks(state: IncidentState, runbook: Runbook, items: OpenItems): readonly Clock[] {
	const cadences = applyingCadences(state, runbook);
	return [...new Set(cadences.map(({ audience }) => audience))].flatMap((audience): readonly Clock[] => {
		const clocks = cadences
			.filter((cadence) => cadence.audience === audience && !items.isSettled(cadence.line))
			.flatMap((cadence) => clockOf(cadence, state));
		const who = roleTelling(audience, runbook);
		return earliest(clocks).map((clock) => ({ ...clock, who }));
	});
}

/** What is said of the severity goes before what is said of any; while it is unknown all of it may hold. */
export function applyingCadences(state: IncidentState, { cadences }: Runbook): readonly UpdateCadence[] {
	const updates = cadences.filter(isUpdate);
	if (state.severity === 'unknown') return updates;
	const own = updates.filter(({ severity }) => severity === state.severity);
	const spoken = new Set(own.map(({ audience }) => audience));
	return [...own, ...updates.filter(({ severity, audience }) => severity === 'any' && !spoken.has(audience))];
}

function isUpdate(cadence: Cadence): cadence is UpdateCadence {
	return cadence.audience !== 'postmortem';
}

function clockOf(cadence: UpdateCadence, state: IncidentState): readonly Clock[] {
	const { audience, everyMin, firstWithinMin, condition, line } = cadence;
	const last = state.updates.get(audience);
	const from = last?.at ?? state.milestones.get('declaredAt');
	const minutes = last ? everyMin : (firstWithinMin ?? everyMin);
	if (from === undefined || minutes === undefined) return [];
	const words =
		last || firstWithinMin === undefined ? `every ${duration(minutes)}` : `within ${duration(minutes)}`;
	return [
		{
			id: `update:${audience}`,
			kind: 'update',
			title: updateTitles[audience],
			from,
			dueAt: replanned(from + minutes * minuteMs, state),
			everyMin,
			because: `${scopeOf(cadence, state)}${words}`,
			line,
			who: undefined,
			condition,
			action: { kind: 'postUpdate', audience },
		},
	];
}

/** With a new severity a time may have passed that was none before: then it is due since the change, not late already. */
function replanned(dueAt: Instant, { registers }: IncidentState): Instant {
	return Math.max(dueAt, registers.get('severity')?.at ?? dueAt);
}

function scopeOf({ severity }: Cadence, state: IncidentState): string {
	if (severity === 'any') return '';
	return state.severity === 'unknown' ? `severity unknown, so as for ${severity}: ` : `${severity}: `;
}

/** The one that is due first; of equals the more frequent one. */
function earliest(clocks: readonly Clock[]): readonly Clock[] {
	const often = ({ everyMin }: Clock): number => everyMin ?? Number.MAX_VALUE;
	return [...clocks]
		.sort((left, right) => left.dueAt - right.dueAt || often(left) - often(right))
		.slice(0, 1);
}
