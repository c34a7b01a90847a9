import type { Instant } from '../incident/model';
import type { DueItem, DueKind } from './dueItem';
import { isPutOff } from './whenDue';

/** The lower, the sooner people must hear of it. */
export const urgency: Readonly<Record<DueKind, number>> = {
	escalation: 0,
	commander: 1,
	update: 2,
	offer: 3,
	item: 4,
	phase: 5,
	postmortem: 6,
};

/** Below are parts of the checklist: late there is no reason to hide the next update. */
const pressing = urgency.offer;

/**
 * In the order a person should turn to them: late for somebody who waits, the most urgent first; then what comes next;
 * then the checklist's late parts; last what was put off.
 */
export function byNeed(items: readonly DueItem[], now: Instant): readonly DueItem[] {
	const groupOf = (item: DueItem): number => {
		if (isPutOff(item, now)) return 3;
		if (item.dueAt > now) return 1;
		return urgency[item.kind] <= pressing ? 0 : 2;
	};
	return [...items].sort((left, right) => {
		const [group, other] = [groupOf(left), groupOf(right)];
		if (group !== other) return group - other;
		const rank = group === 0 ? urgency[left.kind] - urgency[right.kind] : 0;
		return rank || left.remindAt - right.remindAt;
	});
}
