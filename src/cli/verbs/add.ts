import { oneLine } from '../../core/printable';
import { UserError } from '../../core/userError';
import { openIncident, type Verb } from '../verb';

/** `add TEXT`: an item the runbook does not have. */
export const add: Verb = {
	summary: 'Add an item to this incident’s checklist.',
	words: ['TEXT…'],
	options: { incident: 'value' },
	async run(args, context) {
		const text = oneLine(args.words[0] ?? '');
		if (text === '') throw new UserError('The item is empty; nothing was added.');
		const { incidents, state } = await openIncident(args, context);
		// Of who, what and when: two people who add the same words mean two items.
		const mark = context.reader.sha256(`${incidents.by}\n${text}\n${context.clock.now()}`);
		const item = `added-${mark.slice(0, 12)}`;
		await incidents.record(state.id, 'itemAdded', { item, text, path: [], dueAt: undefined });
		context.print({ incident: state.id, item }, [`Added: ${text}  ${item}`]);
		return 0;
	},
};
