import type { Verb } from './verb';
import { acknowledge } from './verbs/acknowledge';
import { actions } from './verbs/actions';
import { add } from './verbs/add';
import { assign } from './verbs/assign';
import { check } from './verbs/check';
import { close } from './verbs/close';
import { declare } from './verbs/declare';
import { deploys } from './verbs/deploys';
import { exportVerb } from './verbs/export';
import { due } from './verbs/due';
import { lint } from './verbs/lint';
import { milestone } from './verbs/milestone';
import { note } from './verbs/note';
import { postmortem } from './verbs/postmortem';
import { reopen } from './verbs/reopen';
import { propose, report } from './verbs/report';
import { resolve } from './verbs/resolve';
import { severity } from './verbs/severity';
import { setStatus } from './verbs/setStatus';
import { show } from './verbs/show';
import { skip } from './verbs/skip';
import { status } from './verbs/status';
import { tick, untick } from './verbs/tick';
import { timeline } from './verbs/timeline';
import { undo } from './verbs/undo';
import { update } from './verbs/update';

/** Name on the command line -> verb. Their order is the order of the help. */
export const verbs: Readonly<Record<string, Verb>> = {
	show,
	lint,
	declare,
	status,
	tick,
	untick,
	skip,
	add,
	note,
	severity,
	'set-status': setStatus,
	assign,
	ack: acknowledge,
	milestone,
	undo,
	due,
	update,
	timeline,
	resolve,
	reopen,
	close,
	deploys,
	postmortem,
	check,
	actions,
	report,
	propose,
	export: exportVerb,
};
