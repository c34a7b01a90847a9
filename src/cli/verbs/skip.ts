import { checklistItems } from '../../core/incident/checklistItems';
import { findItem } from '../../core/incident/findItem';
import { oneLine } from '../../core/printable';
import { UsageError } from '../args';
import { openIncident, type Verb } from '../verb';

/** `skip ITEM --why W`. */
export const skip: Verb = {
	summary: 'Mark an item as skipped, with the reason.',
	words: ['ITEM…'],
	options: { incident: 'value', why: 'value' },
	async run(args, context) {
		const why = oneLine(args.value('why') ?? '');
		if (why === '') throw new UsageError('--why is missing: say why the item is skipped.');
		const { incidents, state } = await openIncident(args, context);
		const item = findItem(checklistItems(state), args.words[0] ?? '');
		await incidents.record(state.id, 'itemSkipped', { item: item.id, text: item.text, why });
		context.print({ incident: state.id, item: item.id }, [`Skipped: ${item.text}`]);
		return 0;
	},
};
