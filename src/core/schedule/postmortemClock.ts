import type { IncidentState } from '../incident/model';
import { duration } from '../runbook/dueState';
import type { Runbook } from '../runbook/model';
import { minuteMs, type Clock } from './dueItem';
import type { OpenItems } from './openItems';

/** The first one that the runbook asks for and that no ticked item has settled. */
export function postmortemClocks(state: IncidentState, runbook: Runbook, items: OpenItems): readonly Clock[] {
	const from = state.milestones.get('resolvedAt');
	const cadence = runbook.cadences.find(
		({ audience, firstWithinMin }) => audience === 'postmortem' && firstWithinMin !== undefined,
	);
	if (from === undefined || cadence?.firstWithinMin === undefined || items.isSettled(cadence.line)) return [];
	return [
		{
			id: 'postmortem',
			kind: 'postmortem',
			title: 'Postmortem',
			from,
			dueAt: from + cadence.firstWithinMin * minuteMs,
			everyMin: undefined,
			because: `within ${duration(cadence.firstWithinMin)} of resolution`,
			line: cadence.line,
			who: undefined,
			condition: cadence.condition,
			action: { kind: 'writePostmortem' },
		},
	];
}
