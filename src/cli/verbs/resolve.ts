import { isOpen } from '../../core/incident/status';
import { UserError } from '../../core/userError';
import { openIncident, type Verb } from '../verb';

/** `resolve [--summary S]` ends the incident and stops its clock. */
export const resolve: Verb = {
	summary: 'Resolve the incident and stop its clock.',
	words: [],
	options: { incident: 'value', summary: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		if (!isOpen(state)) throw new UserError(`${state.id} is resolved already.`);
		await incidents.record(state.id, 'resolved', { summary: args.value('summary') });
		context.print({ incident: state.id }, [`Resolved ${state.id}.`]);
		return 0;
	},
};
