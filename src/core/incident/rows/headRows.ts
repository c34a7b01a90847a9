import { statusText } from '../../postmortem/statusWords';
import { isoMinute } from '../events/lifecycle';
import type { IncidentKind } from '../model';
import { isOpen } from '../status';
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
			label: `${kindWords[state.kind]}${state.title}`,
			description: isOpen(state) ? '' : `not open any more: ${state.status}`,
			details: [
				state.kind === 'drill' ? 'An exercise: no message leaves this machine.' : undefined,
				state.id,
				declaredAt === undefined ? undefined : `Declared ${isoMinute(declaredAt)}`,
				state.runbook && `Runbook: ${state.runbook.path}`,
			],
		}),
	];
};

export const severityRow: RowRule = ({ severity, registers }, { time }) => {
	const set = registers.get('severity');
	return [
		toRow({
			id: 'severity',
			kind: 'severity',
			icon: severity === 'unknown' ? 'attention' : 'severity',
			label: severity === 'unknown' ? 'Severity unknown' : severity,
			description: severity === 'unknown' ? 'nobody has decided yet' : 'severity',
			details: [set ? `Set by ${set.by}, ${time(set.at)}` : 'As declared'],
		}),
	];
};

export const statusRow: RowRule = ({ status, registers }, { time }) => {
	const set = registers.get('status');
	return [
		toRow({
			id: 'status',
			kind: 'status',
			icon: 'status',
			label: statusText(status),
			description: 'status',
			details: [set ? `Set by ${set.by}, ${time(set.at)}` : 'Since the declaration'],
		}),
	];
};
