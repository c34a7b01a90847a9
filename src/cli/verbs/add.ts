import { checklistItems } from '../../core/incident/checklist';
import { mintAddedItemId } from '../../core/incident/addedItemId';
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
		const item = mintAddedItemId(text, new Set(checklistItems(state).map(({ id }) => id)));
		await incidents.record(state.id, 'itemAdded', { item, text, path: [], dueAt: undefined });
		context.print({ incident: state.id, item }, [`Added: ${text}  ${item}`]);
		return 0;
	},
};
