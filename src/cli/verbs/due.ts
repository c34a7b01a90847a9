import { isoMinute } from '../../core/incident/events/lifecycle';
import type { Instant, IncidentState } from '../../core/incident/model';
import { agendaOf } from '../../core/schedule/agenda';
import { minuteMs, type DueItem } from '../../core/schedule/dueItem';
import { formatElapsed } from '../../core/schedule/elapsed';
import { byNeed } from '../../core/schedule/urgency';
import { reasonOf, whenDue } from '../../core/schedule/whenDue';
import { incidentRunbook } from '../incidentRunbook';
import { openIncident, type Verb } from '../verb';

/** `due`: what is due and when, in the order of need, with the line of the runbook that says so. */
export const due: Verb = {
	summary: 'Print what is due next, and which line of the runbook says so.',
	words: [],
	options: { incident: 'value' },
	async run(args, context) {
		const { state } = await openIncident(args, context);
		const now = context.clock.now();
		const items = byNeed(agendaOf(state, await incidentRunbook(context, state), now), now);
		context.print(toJson(state, items, now), toLines(state, items, now));
		return 0;
	},
};

function toJson(state: IncidentState, items: readonly DueItem[], now: Instant): unknown {
	return {
		incident: state.id,
		severity: state.severity,
		elapsed: elapsedText(state, now),
		due: items.map(({ from, dueAt, remindAt, ...item }) => ({
			...item,
			from: iso(from),
			dueAt: iso(dueAt),
			remindAt: iso(remindAt),
			/** Negative when late. */
			inMin: Math.ceil((dueAt - now) / minuteMs),
			late: dueAt <= now,
		})),
	};
}

function toLines(state: IncidentState, items: readonly DueItem[], now: Instant): readonly string[] {
	const rows = items.map((item) => `${item.title}: ${whenDue(item, now, isoMinute)} (${reasonOf(item)})`);
	return [
		`${state.id}  ${state.severity}  ${state.status}  ${elapsedText(state, now)}`,
		...(rows.length > 0 ? rows : ['Nothing is due.']),
	];
}

/** Until the resolution, where there is one. */
function elapsedText({ milestones }: IncidentState, now: Instant): string {
	const end = milestones.get('resolvedAt') ?? now;
	return formatElapsed(Math.max(0, end - (milestones.get('declaredAt') ?? end)));
}

/** `null` for what is out of the calendar's range: a record may hold any number. */
function iso(instant: Instant): string | null {
	const date = new Date(instant);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
