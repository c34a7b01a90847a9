import type { Audience, IncidentState, Instant } from '../incident/model';
import { isOpen } from '../incident/status';
import type { Runbook } from '../runbook/model';
import { minuteMs } from '../schedule/dueItem';
import { applyingCadences } from '../schedule/updateClocks';

/** When an audience that is told now is told again, by the runbook; `undefined` when it does not say, or nothing is left to tell. */
export function nextUpdateAfter(
	state: IncidentState,
	runbook: Runbook | undefined,
	audience: Audience,
	now: Instant,
): Instant | undefined {
	if (!runbook || !isOpen(state)) return undefined;
	const minutes = applyingCadences(state, runbook)
		.filter((cadence) => cadence.audience === audience)
		.flatMap(({ everyMin }) => everyMin ?? []);
	return minutes.length === 0 ? undefined : now + Math.min(...minutes) * minuteMs;
}
