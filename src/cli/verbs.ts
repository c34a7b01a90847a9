import type { Verb } from './verb';
import { declare } from './verbs/declare';
import { deploys } from './verbs/deploys';
import { lint } from './verbs/lint';
import { note } from './verbs/note';
import { postmortem } from './verbs/postmortem';
import { resolve } from './verbs/resolve';
import { severity } from './verbs/severity';
import { show } from './verbs/show';
import { status } from './verbs/status';
import { tick, untick } from './verbs/tick';
import { timeline } from './verbs/timeline';

/** Name on the command line -> verb. Their order is the order of the help. */
export const verbs: Readonly<Record<string, Verb>> = {
	show,
	lint,
	declare,
	status,
	tick,
	untick,
	note,
	severity,
	timeline,
	resolve,
	deploys,
	postmortem,
};
