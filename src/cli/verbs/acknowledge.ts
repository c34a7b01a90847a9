import { oneLine } from '../../core/printable';
import { openIncident, type Verb } from '../verb';

/** `ack [--by NAME]`: somebody has taken it; the escalation stops. */
export const acknowledge: Verb = {
	summary: 'Say that somebody is on it; the escalation stops.',
	words: [],
	options: { incident: 'value', by: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		const person = oneLine(args.value('by') ?? '') || undefined;
		await incidents.record(state.id, 'acknowledged', { person });
		context.print({ incident: state.id }, [`Acknowledged: ${state.id}.`]);
		return 0;
	},
};
