import { isOpen } from '../../core/incident/status';
import { UserError } from '../../core/userError';
import { openIncident, type Verb } from '../verb';

/** `close --incident ID`: nothing is left to do. */
export const close: Verb = {
	summary: 'Close a resolved incident: nothing is left to do.',
	words: [],
	options: { incident: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		if (isOpen(state)) throw new UserError(`${state.id} is not resolved yet; use “resolve” first.`);
		if (state.status === 'closed') throw new UserError(`${state.id} is closed already.`);
		await incidents.record(state.id, 'closed', {});
		context.print({ incident: state.id }, [`Closed ${state.id}.`]);
		return 0;
	},
};
