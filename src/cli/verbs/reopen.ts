import { isOpen } from '../../core/incident/status';
import { oneLine } from '../../core/printable';
import { UserError } from '../../core/userError';
import { UsageError } from '../args';
import { openIncident, type Verb } from '../verb';

/** `reopen --incident ID --why W`: its clock runs again. */
export const reopen: Verb = {
	summary: 'Open a resolved incident again.',
	words: [],
	options: { incident: 'value', why: 'value' },
	async run(args, context) {
		const why = oneLine(args.value('why') ?? '');
		if (why === '') throw new UsageError('--why is missing: say what came back.');
		const { incidents, state } = await openIncident(args, context);
		if (isOpen(state)) throw new UserError(`${state.id} is open.`);
		await incidents.record(state.id, 'reopened', { why });
		context.print({ incident: state.id }, [`${state.id} is open again.`]);
		return 0;
	},
};
