import { arrayOf, hasShape, isFiniteNumber, isInstant, isString, oneOf, optional } from '../guards';
import { audiences, type Audience, type Instant } from '../model';
import type { EventRules } from '../rule';
import { isoMinute } from './lifecycle';

/** What the clocks of the response count from: updates, pages, and reminders put off. */
export interface ClockEvents {
	/** `postedAt` when it was sent earlier than it was written down. */
	readonly updatePosted: {
		readonly audience: Audience;
		readonly text: string;
		readonly postedAt: Instant | undefined;
	};
	/** `clock` is the id of the clock; without `until` it is stopped. */
	readonly updateSnoozed: {
		readonly clock: string;
		readonly title: string;
		readonly until: Instant | undefined;
	};
	/** `level` counts from 1; `contacts` is whom the runbook names for it. */
	readonly escalated: {
		readonly level: number;
		readonly name: string;
		readonly contacts: readonly string[];
		readonly why: string | undefined;
	};
	/** `person` when it was another than who writes it down. */
	readonly acknowledged: { readonly person: string | undefined };
}

export const clockRules: EventRules<ClockEvents> = {
	updatePosted: {
		isData: hasShape({ audience: oneOf(audiences), text: isString, postedAt: optional(isInstant) }),
		apply: (draft, { data: { audience, text, postedAt }, at, by }) => {
			const posted = { text, at: postedAt ?? at, by };
			const last = draft.updates.get(audience);
			if (!last || last.at <= posted.at) draft.updates.set(audience, posted);
		},
		kind: 'message',
		happenedAt: ({ postedAt }) => postedAt,
		describe: ({ audience, text }) => `Update (${audience}): ${text}`,
		undoable: false,
	},
	updateSnoozed: {
		isData: hasShape({ clock: isString, title: isString, until: optional(isInstant) }),
		register: ({ clock }) => `snooze:${clock}`,
		apply: (draft, { data: { clock, until }, at, by }) => void draft.snoozes.set(clock, { until, at, by }),
		kind: 'message',
		describe: ({ title, until }) =>
			until === undefined
				? `Reminder stopped: ${title}`
				: `Reminder put off until ${isoMinute(until)}: ${title}`,
		undoable: true,
	},
	escalated: {
		isData: hasShape({
			level: isFiniteNumber,
			name: isString,
			contacts: arrayOf(isString),
			why: optional(isString),
		}),
		apply: (draft, { data: { level }, at }) => {
			const highest = Math.max(level, draft.escalation.level);
			draft.escalation = { level: highest, at, acknowledged: undefined };
		},
		kind: 'escalation',
		describe: ({ level, name, contacts, why }) =>
			[
				`Escalated to level ${level}, ${name}`,
				contacts.length > 0 ? ` (${contacts.join(', ')})` : '',
				why ? `: ${why}` : '',
			].join(''),
		undoable: false,
	},
	acknowledged: {
		isData: hasShape({ person: optional(isString) }),
		apply: (draft, { data: { person }, at, by }) => {
			draft.escalation = { ...draft.escalation, acknowledged: { by: person ?? by, at } };
			if (!draft.milestones.has('acknowledgedAt')) draft.milestones.set('acknowledgedAt', at);
		},
		kind: 'escalation',
		describe: ({ person }) => (person === undefined ? 'Acknowledged' : `Acknowledged by ${person}`),
		undoable: true,
	},
};
