import { openIncident, type Verb } from '../verb';

/** `resolve [--summary S]` ends the incident and stops its clock. */
export const resolve: Verb = {
	summary: 'Resolve the incident and stop its clock.',
	words: [],
	options: { incident: 'value', summary: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		await incidents.record(state.id, 'resolved', { summary: args.value('summary') });
		context.print({ incident: state.id }, [`Resolved ${state.id}.`]);
		return 0;
	},
};
