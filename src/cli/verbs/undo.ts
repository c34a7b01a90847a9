import { undoableBy } from '../../core/incident/undoable';
import { UserError } from '../../core/userError';
import { openIncident, type Verb } from '../verb';

/** `undo`: takes back the last thing the caller did. */
export const undo: Verb = {
	summary: 'Take back the last thing you recorded.',
	words: [],
	options: { incident: 'value' },
	async run(args, context) {
		const { incidents, state } = await openIncident(args, context);
		const [last] = undoableBy(incidents.events(state.id), state, incidents.by);
		if (!last) throw new UserError(`There is nothing of yours to take back in ${state.id}.`);
		await incidents.record(state.id, 'undone', { of: last.of, text: last.text });
		context.print({ incident: state.id, undone: last.of }, [`Undone: ${last.text}`]);
		return 0;
	},
};
