import { isoMinute } from '../../core/incident/events/lifecycle';
import { audiences, type Audience } from '../../core/incident/model';
import { agendaOf } from '../../core/schedule/agenda';
import { whenDue } from '../../core/schedule/whenDue';
import { UserError } from '../../core/userError';
import { UsageError } from '../args';
import { incidentRunbook } from '../incidentRunbook';
import { openIncident, type Verb } from '../verb';
import { readTime } from './note';

/** `update TEXT [--audience A] [--at TIME]`: says that an update went out; nothing is sent. Its clock starts anew. */
export const update: Verb = {
	summary: 'Record an update that you have posted; its clock starts anew. Nothing is sent.',
	words: ['TEXT…'],
	options: { incident: 'value', audience: 'value', at: 'value' },
	async run(args, context) {
		const text = (args.words[0] ?? '').trim();
		if (text === '') throw new UserError('The update is empty; nothing was recorded.');
		const audience = readAudience(args.value('audience') ?? 'internal');
		const postedAt = readTime(args.value('at'), context.clock.now());
		const { incidents, state } = await openIncident(args, context);
		await incidents.record(state.id, 'updatePosted', { audience, text, postedAt });
		const now = context.clock.now();
		const after = incidents.get(state.id) ?? state;
		const next = agendaOf(after, await incidentRunbook(context, after), now).find(
			({ id }) => id === `update:${audience}`,
		);
		const when = next ? `; the next one is ${whenDue(next, now, isoMinute)}.` : '.';
		const nextDueAt = next && new Date(next.dueAt).toISOString();
		context.print({ incident: state.id, audience, nextDueAt }, [`Recorded for ${audience}${when}`]);
		return 0;
	},
};

/** `status page`, `status-page`, `Customers`. */
function readAudience(text: string): Audience {
	const wanted = text
		.trim()
		.toLowerCase()
		.replace(/[-_\s]+/g, ' ');
	const found = audiences.find((audience) => audience === wanted);
	if (found) return found;
	throw new UsageError(
		`--audience takes one of ${audiences.map((name) => name.replace(' ', '-')).join(', ')}, not “${text}”.`,
	);
}
