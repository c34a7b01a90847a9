import { statuses } from '../../core/incident/model';
import { isEnded } from '../../core/incident/status';
import { UsageError } from '../args';
import { openIncident, type Verb } from '../verb';

/** `set-status S`. */
export const setStatus: Verb = {
	summary: 'Change the status: triage, investigating, mitigating, monitoring, cancelled.',
	words: ['STATUS'],
	options: { incident: 'value' },
	async run(args, context) {
		const wanted = (args.words[0] ?? '').toLowerCase();
		const status = statuses.find((one) => one === wanted);
		if (!status) throw new UsageError(`“${wanted}” is no status; there are ${statuses.join(', ')}.`);
		if (isEnded(status) && status !== 'cancelled')
			throw new UsageError(
				`An incident is ${status} with the verb “${status === 'closed' ? 'close' : 'resolve'}”.`,
			);
		const { incidents, state } = await openIncident(args, context);
		await incidents.record(state.id, 'statusChanged', { status });
		context.print({ incident: state.id, status }, [`${state.id} is now ${status}.`]);
		return 0;
	},
};
