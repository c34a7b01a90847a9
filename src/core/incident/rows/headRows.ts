import { statusText } from '../../postmortem/statusWords';
import { isoMinute } from '../events/lifecycle';
import type { IncidentKind, IncidentState, Instant } from '../model';
import { isOpen } from '../status';
import { holderOf } from './conflictRows';
import { toRow, type RowRule } from './row';

const kindWords: Readonly<Record<IncidentKind, string>> = {
	real: '',
	drill: 'DRILL · ',
	backfilled: 'Written afterwards · ',
};

/** Which incident this is. A drill must not be taken for the real thing, nor the other way round. */
export const titleRow: RowRule = (state) => {
	const declaredAt = state.milestones.get('declaredAt');
	return [
		toRow({
			id: 'title',
			kind: 'title',
			subject: state.id,
			icon: state.kind === 'drill' ? 'drill' : 'incident',
			label: `${endWords(state)}${kindWords[state.kind]}${state.title}`,
			details: [
				isOpen(state) ? undefined : 'Not open any more.',
				state.kind === 'drill' ? 'An exercise: no message leaves this machine.' : undefined,
				state.id,
				declaredAt === undefined ? undefined : `Declared ${isoMinute(declaredAt)}`,
				state.runbook && `Runbook: ${state.runbook.path}`,
			],
		}),
	];
};

/** An incident looked at again must not be taken for the one that burns. */
function endWords(state: IncidentState): string {
	return isOpen(state) ? '' : `${state.status.toUpperCase()} · `;
}

export const severityRow: RowRule = (state, { time }) => {
	const { severity } = state;
	return [
		toRow({
			id: 'severity',
			kind: 'severity',
			icon: severity === 'unknown' ? 'attention' : 'severity',
			label: severity === 'unknown' ? 'Severity unknown' : severity,
			description: severity === 'unknown' ? 'nobody has decided yet' : 'severity',
			details: [setBy(state, 'severity', time) ?? 'As declared'],
		}),
	];
};

export const statusRow: RowRule = (state, { time }) => {
	return [
		toRow({
			id: 'status',
			kind: 'status',
			icon: 'status',
			label: statusText(state.status),
			description: 'status',
			details: [setBy(state, 'status', time) ?? 'Since the declaration'],
		}),
	];
};

/** `undefined` when nobody has set it since, or when two people disagree about it: that is a row of its own. */
function setBy(state: IncidentState, key: string, time: (instant: Instant) => string): string | undefined {
	const holder = holderOf(state, key);
	if (holder) return `Set by ${holder.by}, ${time(holder.at)}`;
	return state.conflicts.has(key) ? 'Two people disagree; see below' : undefined;
}
