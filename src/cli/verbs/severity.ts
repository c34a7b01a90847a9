import { openIncident, type Verb } from '../verb';
import { readSeverity } from './declare';

/** `severity S`. */
export const severity: Verb = {
	summary: 'Change the severity.',
	words: ['SEVERITY'],
	options: { incident: 'value' },
	async run(args, context) {
		const wanted = readSeverity(args.words[0] ?? '');
		const { incidents, state } = await openIncident(args, context);
		await incidents.record(state.id, 'severityChanged', { severity: wanted });
		context.print({ incident: state.id, severity: wanted }, [`${state.id} is now ${wanted}.`]);
		return 0;
	},
};
